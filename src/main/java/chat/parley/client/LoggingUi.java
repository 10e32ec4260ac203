package chat.parley.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Ui} whose every entry is also written to a {@link ChatLog}. */
final class LoggingUi implements Ui {
  private final Ui ui;
  private final ChatLog chatLog;
  private final EntryFactory factory;
  private boolean broken;

  LoggingUi(Ui ui, ChatLog chatLog, EntryFactory factory) {
    this.ui = ui;
    this.chatLog = chatLog;
    this.factory = factory;
  }

  @Override
  public synchronized void show(List<Entry> shown) {
    List<Entry> all = new ArrayList<>(shown);
    try {
      if (!broken) {
        chatLog.write(shown);
      }
    } catch (IOException e) {
      broken = true;
      all.add(factory.client("the transcript cannot be written any more: " + e.getMessage()));
    }
    ui.show(all);
  }

  @Override
  public void prompt(String text) {
    ui.prompt(text);
  }

  @Override
  public void askPassword() {
    ui.askPassword();
  }

  @Override
  public void run(Conversation conversation) throws InterruptedException {
    ui.run(conversation);
  }
}
