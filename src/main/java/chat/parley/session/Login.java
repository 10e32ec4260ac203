package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.directory.Directory;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.transport.Frame;

/**
 * How a client comes by its name: it gives one, or its certificate does, then the server's password
 * if there is one, then that of the name if it is registered. Not an actor: its dialogue calls it.
 */
final class Login {
  /** How many wrong passwords one connection may give. */
  private static final int MAX_WRONG = 3;

  /** What the next line of the client is. */
  private enum Awaited {
    NAME,
    SERVER_PASSWORD,
    PASSWORD_OF_NAME
  }

  private final Session session;
  private final Dialogue dialogue;
  private final Protocol protocol;
  private final Origin origin;
  private final Timeouts timeouts;

  private Awaited awaited = Awaited.NAME;
  private String wanted;

  /** Whether the client's certificate says what it is called, so that it is not asked. */
  private boolean certified;

  private boolean hasPassed;
  private boolean awaitsVerdict;
  private int wrong;

  Login(Session session, Dialogue dialogue, Protocol protocol, Origin origin, Timeouts timeouts) {
    this.session = session;
    this.dialogue = dialogue;
    this.protocol = protocol;
    this.origin = origin;
    this.timeouts = timeouts;
  }

  /** The client's certificate says what it is called. */
  void knownAs(String name) {
    certified = true;
    wanted = Names.shown(name);
  }

  void begin() {
    if (certified) {
      timeouts.awaitName();
      takeName();
    } else if (protocol.asksName()) {
      timeouts.awaitName();
      session.write(new Notice.AskName());
    } else {
      session.ask(
          new Directory.ClaimGuestName(session.self(), origin, session.fromDirectory()),
          this::onClaimed);
    }
  }

  void next(Frame frame) {
    String answer = protocol.answer(frame);
    switch (awaited) {
      case NAME -> takeName(answer);
      case SERVER_PASSWORD -> checkServerPassword(new Secret(answer));
      case PASSWORD_OF_NAME -> login(new Secret(answer));
    }
  }

  private void takeName(String answer) {
    wanted = Names.shown(answer);
    takeName();
  }

  private void takeName() {
    int maxName = session.settings().limits().maxName();
    if (!Names.isPersonName(wanted, maxName)) {
      dialogue.sendAway(
          certified ? new Notice.IllegalCertifiedName(maxName) : new Notice.IllegalName(maxName));
    } else if (session.settings().asksPassword() && !hasPassed) {
      awaited = Awaited.SERVER_PASSWORD;
      session.write(new Notice.AskServerPassword(false));
    } else {
      claim();
    }
  }

  /** Whether a password is being checked. */
  boolean awaitsVerdict() {
    return awaitsVerdict;
  }

  private void checkServerPassword(Secret password) {
    awaitsVerdict = true;
    session.ask(
        new Directory.CheckServerPassword(
            session.self(), password, origin, session.fromDirectory()),
        reply -> {
          awaitsVerdict = false;
          if (reply instanceof Directory.RightPassword) {
            hasPassed = true;
            claim();
          } else if (reply instanceof Directory.TooManyWrong) {
            dialogue.sendAway(new Notice.TooManyWrong());
          } else if (++wrong < MAX_WRONG) {
            session.write(new Notice.AskServerPassword(true));
          } else {
            dialogue.sendAway(new Notice.WrongPassword());
          }
        });
  }

  private void claim() {
    awaited = Awaited.NAME;
    session.ask(
        new Directory.Claim(session.self(), wanted, origin, session.fromDirectory()),
        this::onClaimed);
  }

  private void login(Secret password) {
    if (password.text().isEmpty() && !certified) {
      awaited = Awaited.NAME;
      timeouts.awaitName();
      session.write(new Notice.WrongPasswordOf(wanted, true));
      return;
    }
    awaitsVerdict = true;
    session.ask(
        new Directory.Login(session.self(), wanted, password, origin, session.fromDirectory()),
        reply -> {
          awaitsVerdict = false;
          awaited = Awaited.NAME;
          onClaimed(reply);
        });
  }

  private void onClaimed(Directory.Reply reply) {
    Notice misleading =
        Refusals.ofName(reply, certified ? Notice.Then.GOODBYE : Notice.Then.ASK_AGAIN);
    if (misleading != null && certified) {
      dialogue.sendAway(misleading);
    } else if (misleading != null) {
      timeouts.awaitName();
      session.write(misleading);
    } else if (reply instanceof Directory.Claimed claimed) {
      timeouts.named();
      dialogue.named(claimed.name());
    } else if (reply instanceof Directory.NameTaken taken && certified) {
      dialogue.sendAway(new Notice.CertifiedNameTaken(taken.name()));
    } else if (reply instanceof Directory.NameTaken taken) {
      timeouts.awaitName();
      session.write(new Notice.NameTaken(taken.name(), true));
    } else if (reply instanceof Directory.NameRegistered) {
      askPassword(false);
    } else if (reply instanceof Directory.NotRegistered) {
      claim(); // it has just been given up
    } else if (reply instanceof Directory.Banned banned) {
      dialogue.sendAway(new Notice.Banned(banned.until(), banned.why()));
    } else if (reply instanceof Directory.TooManyWrong) {
      dialogue.sendAway(new Notice.TooManyWrong());
    } else if (reply instanceof Directory.WrongPassword && ++wrong < MAX_WRONG) {
      // Not for another name: whoever types the password once more would be called that.
      askPassword(true);
    } else if (reply instanceof Directory.WrongPassword) {
      dialogue.sendAway(new Notice.WrongPassword());
    }
  }

  private void askPassword(boolean again) {
    timeouts.awaitName();
    awaited = Awaited.PASSWORD_OF_NAME;
    session.write(new Notice.AskPasswordOf(wanted, again));
  }
}
