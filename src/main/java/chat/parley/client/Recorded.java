package chat.parley.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A face whose every entry is also written to a transcript. */
final class Recorded implements Ui {
  private final Ui face;
  private final Transcript transcript;
  private final Entries entries;
  private boolean broken;

  Recorded(Ui face, Transcript transcript, Entries entries) {
    this.face = face;
    this.transcript = transcript;
    this.entries = entries;
  }

  @Override
  public synchronized void show(List<Entry> shown) {
    List<Entry> all = new ArrayList<>(shown);
    try {
      if (!broken) {
        transcript.write(shown);
      }
    } catch (IOException e) {
      broken = true;
      all.add(entries.client("the transcript cannot be written any more: " + e.getMessage()));
    }
    face.show(all);
  }

  @Override
  public void prompt(String text) {
    face.prompt(text);
  }

  @Override
  public void askPassword() {
    face.askPassword();
  }

  @Override
  public void run(Conversation conversation) throws InterruptedException {
    face.run(conversation);
  }
}
