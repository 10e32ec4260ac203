package chat.parley.client;

import java.io.IOException;
import org.jline.utils.Signals;

/**
 * The stop of the program by the shell (Ctrl-Z), until that lets it go on ({@code fg}). What a
 * terminal was told by the program is taken back before, and told again after.
 */
public final class Suspension {
  private static final String SIGNAL = "TSTP";

  private Suspension() {}

  /**
   * Stops this process, and whatever else is of the same job, as the signal does if nobody handles
   * it. Returns when the shell lets it go on; at once where there is no shell that could.
   */
  static void stop() {
    try {
      new ProcessBuilder("sh", "-c", "kill -TSTP 0").start().waitFor();
    } catch (IOException e) {
      // Without a shell nobody could let it go on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * From now on does something around each stop; called by another thread.
   *
   * @param before gives the terminal back
   * @param after takes it again
   */
  public static synchronized void around(Runnable before, Runnable after) {
    Signals.register(SIGNAL, () -> stop(before, after));
  }

  private static synchronized void stop(Runnable before, Runnable after) {
    before.run();
    plain();
    stop();
    around(before, after);
    after.run();
  }

  /** From now on does nothing around stops; what is being done for one is done before. */
  public static synchronized void plain() {
    Signals.registerDefault(SIGNAL);
  }
}
