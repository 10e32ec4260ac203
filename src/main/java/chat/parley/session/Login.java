package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationReply;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.protocol.Request;
import chat.parley.transport.Frame;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.util.Optional;

/**
 * How a client comes by its name: it gives one, or its certificate does, then the server's password
 * if there is one, then that of the name if it is registered. Not an actor: its dialogue calls it.
 */
final class Login {
  /** How many wrong passwords one connection may give. */
  private static final int MAX_WRONG = 3;

  private static final Cases<Login, NameReply.ToServerPassword, Void> SERVER_PASSWORD =
      Cases.<Login, NameReply.ToServerPassword, Void>of(NameReply.ToServerPassword.class)
          .run(NameReply.RightPassword.class, (it, right) -> it.passed())
          .run(NameReply.WrongPassword.class, (it, wrong) -> it.wrongServerPassword())
          .run(
              NameReply.TooManyWrong.class,
              (it, many) -> it.dialogue.sendAway(new Notice.TooManyWrong()))
          .run(NameReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private static final Cases<Login, NameReply.ToClaim, Void> CLAIM =
      Cases.<Login, NameReply.ToClaim, Void>of(NameReply.ToClaim.class)
          .run(NameReply.Claimed.class, Login::claimed)
          .run(NameReply.NameTaken.class, (it, taken) -> it.nameTaken(taken.name()))
          .run(NameReply.Misleading.class, (it, name) -> it.refused(Refusals.of(name, it.then())))
          .run(NameReply.NameRegistered.class, (it, registered) -> it.askPassword(false))
          // It has just been given up.
          .run(NameReply.NotRegistered.class, (it, not) -> it.claim())
          .run(
              NameReply.Banned.class,
              (it, banned) -> it.dialogue.sendAway(new Notice.Banned(banned.until(), banned.why())))
          .run(NameReply.WrongPassword.class, (it, wrong) -> it.wrongPassword())
          .run(
              NameReply.TooManyWrong.class,
              (it, many) -> it.dialogue.sendAway(new Notice.TooManyWrong()))
          .run(NameReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  /** What the next line of the client is. */
  private enum Awaited {
    NAME,
    SERVER_PASSWORD,
    PASSWORD_OF_NAME
  }

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Protocol protocol;
  private final Identity identity;
  private final Origin origin;
  private final Timeouts timeouts;

  private Awaited awaited = Awaited.NAME;
  private String wanted;

  /** Whether the client's certificate says what it is called, so that it is not asked. */
  private boolean certified;

  private boolean hasPassed;
  private boolean awaitsVerdict;
  private int wrong;

  Login(
      SessionContext session,
      Dialogue dialogue,
      Protocol protocol,
      Identity identity,
      Origin origin,
      Timeouts timeouts) {
    this.session = session;
    this.dialogue = dialogue;
    this.protocol = protocol;
    this.identity = identity;
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
      ask(new NameCommand.ClaimGuestName(session.contact(), origin));
    }
  }

  void next(Frame frame) {
    Optional<Request> request =
        awaited == Awaited.NAME ? protocol.requestBeforeName(frame) : Optional.empty();
    if (request.isPresent()) {
      fulfil(request.get());
      return;
    }
    String answer = protocol.answer(frame);
    switch (awaited) {
      case NAME -> takeName(answer);
      case SERVER_PASSWORD -> checkServerPassword(new Secret(answer));
      case PASSWORD_OF_NAME -> login(new Secret(answer));
    }
  }

  private void fulfil(Request request) {
    if (request instanceof Request.Sync sync) {
      dialogue.synchronize(sync);
    } else if (request instanceof Request.Answer answer) {
      session.write(answer.notice());
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
    session
        .question()
        .expect(
            NameReply.ToServerPassword.class,
            reply -> {
              awaitsVerdict = false;
              SERVER_PASSWORD.apply(this, reply);
            });
    session
        .services()
        .names()
        .tell(new NameCommand.CheckServerPassword(password, origin, session.contact().names()));
  }

  private void passed() {
    hasPassed = true;
    claim();
  }

  private void wrongServerPassword() {
    if (++wrong < MAX_WRONG) {
      session.write(new Notice.AskServerPassword(true));
    } else {
      dialogue.sendAway(new Notice.WrongPassword());
    }
  }

  private void claim() {
    awaited = Awaited.NAME;
    ask(new NameCommand.Claim(session.contact(), wanted, origin));
  }

  private void ask(NameCommand.Claiming claim) {
    session.question().expect(NameReply.ToClaim.class, reply -> CLAIM.apply(this, reply));
    session.services().names().tell(claim);
  }

  private void login(Secret password) {
    if (password.text().isEmpty() && !certified) {
      awaited = Awaited.NAME;
      timeouts.awaitName();
      session.write(new Notice.WrongPasswordOf(wanted, true));
      return;
    }
    awaitsVerdict = true;
    session
        .question()
        .expect(
            NameReply.ToClaim.class,
            reply -> {
              awaitsVerdict = false;
              awaited = Awaited.NAME;
              CLAIM.apply(this, reply);
            });
    session
        .services()
        .names()
        .tell(
            new NameCommand.Login(
                session.contact(), identity.idIfNamed(), wanted, password, origin));
  }

  /** What becomes of somebody who may not have a name. */
  private Notice.Then then() {
    return certified ? Notice.Then.GOODBYE : Notice.Then.ASK_AGAIN;
  }

  private void refused(Notice why) {
    if (certified) {
      dialogue.sendAway(why);
    } else {
      timeouts.awaitName();
      session.write(why);
    }
  }

  private void nameTaken(String name) {
    refused(certified ? new Notice.CertifiedNameTaken(name) : new Notice.NameTaken(name, true));
  }

  private void wrongPassword() {
    if (++wrong < MAX_WRONG) {
      // Not for another name: whoever types the password once more would be called that.
      askPassword(true);
    } else {
      dialogue.sendAway(new Notice.WrongPassword());
    }
  }

  private void askPassword(boolean again) {
    timeouts.awaitName();
    awaited = Awaited.PASSWORD_OF_NAME;
    session.write(new Notice.AskPasswordOf(wanted, again));
  }

  private void claimed(NameReply.Claimed claimed) {
    timeouts.named();
    dialogue.enter(claimed, this::mayComeIn);
  }

  private void mayComeIn(ModerationReply.Standing standing) {
    identity.mute(standing.mutedUntil());
    dialogue.mayComeIn();
  }
}
