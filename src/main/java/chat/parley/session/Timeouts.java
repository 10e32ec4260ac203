package chat.parley.session;

import chat.parley.protocol.Notice;
import java.time.Duration;
import org.apache.pekko.actor.Cancellable;

/**
 * How long the client of one session may take: to give a name, and between two things it sends. It
 * has one timer, which is not set anew for what comes but looks, when it goes off, what has come.
 */
final class Timeouts {
  private final SessionContext session;
  private final Dialogue dialogue;

  /** Null before the client has a name, and when it may be silent for ever. */
  private IdleTimeout idleTimeout;

  private boolean isNamed;

  /** Null when nothing is to be waited for. */
  private Cancellable timer;

  Timeouts(SessionContext session, Dialogue dialogue) {
    this.session = session;
    this.dialogue = dialogue;
  }

  private SessionLimits limits() {
    return session.settings().limits();
  }

  /** The client has been asked for a name. */
  void awaitName() {
    stop();
    if (!limits().nameWithin().isZero()) {
      timer = session.lookAgainIn(limits().nameWithin());
    }
  }

  /** The client has got its name. */
  void named() {
    isNamed = true;
    stop();
    if (!limits().idle().isZero()) {
      long now = System.nanoTime();
      idleTimeout = new IdleTimeout(limits().idle().toNanos(), now);
      await(now);
    }
  }

  /** Other limits count from now on. */
  void configured() {
    if (isNamed) {
      stop();
      idleTimeout = null;
      named();
    }
  }

  /** The client has sent something. */
  void heard() {
    if (idleTimeout != null) {
      idleTimeout.broken(System.nanoTime());
    }
  }

  /**
   * The timer has gone off.
   *
   * @param busy whether something that the client sent is still being dealt with
   */
  void look(boolean busy) {
    if (idleTimeout == null && busy) {
      awaitName(); // its password is being checked, which may have to wait
      return;
    }
    if (idleTimeout == null) {
      dialogue.sendAway(new Notice.NoName(limits().nameWithin()));
      return;
    }
    long now = System.nanoTime();
    if (busy) {
      idleTimeout.broken(now);
    }
    switch (idleTimeout.next(now)) {
      case LISTEN -> await(now);
      case ASK -> {
        session.write(new Notice.StillThere(Duration.ofNanos(idleTimeout.grace())));
        await(now);
      }
      case END -> dialogue.sendAway(new Notice.Idle(limits().idle()));
    }
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void await(long now) {
    timer = session.lookAgainIn(Duration.ofNanos(idleTimeout.nanosToNext(now)));
  }
}
