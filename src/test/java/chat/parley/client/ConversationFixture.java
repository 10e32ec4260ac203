package chat.parley.client;

import chat.parley.SetClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations of which a test is the server and the user. */
class ConversationFixture {
  static final String GREETING = "* Welcome to parley! What is your name?";
  static final String LOBBY = "* you are in lobby with nobody else";

  final Outbox outbox = new Outbox();
  final StopSignal stopSignal = new StopSignal();
  final RecordingUi ui = new RecordingUi();
  final RecordingServer server = new RecordingServer();
  final SetClock clock = new SetClock(Instant.parse("2030-01-02T03:04:05Z"));

  /** One whose server has let the user in. */
  Conversation admitted(String name, boolean interactive) {
    Conversation conversation = conversation(name, interactive);
    conversation.connected();
    conversation.received(List.of(GREETING, LOBBY));
    return conversation;
  }

  /** One that has not begun yet. */
  Conversation conversation(String name, boolean interactive) {
    return new Conversation(
        server,
        ui,
        new KnownNames(),
        outbox,
        stopSignal,
        clock,
        Optional.of(name).filter(given -> !given.isEmpty()),
        new PasswordCache(Optional.empty()),
        interactive);
  }

  /** Keeps what the conversation wants to have done. */
  static final class RecordingServer implements ServerHandle {
    final List<String> done = new ArrayList<>();

    /** What it was asked before the name. */
    final List<String> requests = new ArrayList<>();

    @Override
    public void send(String line) {
      if (line.startsWith("/sync")) {
        requests.add(line);
      } else {
        done.add("send " + line);
      }
    }

    @Override
    public void startOver() {
      done.add("startOver");
    }

    @Override
    public void admitted() {
      done.add("admitted");
    }

    @Override
    public void hangUp() {
      done.add("hangUp");
    }
  }

  /** Keeps what is shown. */
  static final class RecordingUi implements Ui {
    final List<String> lines = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    String prompt = "";

    @Override
    public void show(List<Entry> entries) {
      for (Entry entry : entries) {
        lines.add(entry.line());
        if (!entry.mentions().isEmpty()) {
          calls.add(entry.line());
        }
      }
    }

    @Override
    public void prompt(String text) {
      prompt = text;
    }

    @Override
    public void askPassword() {
      throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public void run(Conversation conversation) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }
}
