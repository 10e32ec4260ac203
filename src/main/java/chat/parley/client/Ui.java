package chat.parley.client;

import java.util.List;

/** A user interface: what the user sees and types into. */
interface Ui {

  /** Shows something, in order. Any thread may call. */
  void show(List<Entry> entries);

  /** What the line being typed is for; shown before it where there is such a line. */
  void prompt(String text);

  /**
   * Asks for a password: the next line that the user ends is one, whatever happens meanwhile. It is
   * not shown while it is typed, and goes to {@link Conversation#password}. Where nobody can be
   * asked it does nothing.
   */
  void askPassword();

  /**
   * Passes on what the user types, line by line, until the user is done or the {@link StopSignal}
   * has come.
   */
  void run(Conversation conversation) throws InterruptedException;
}
