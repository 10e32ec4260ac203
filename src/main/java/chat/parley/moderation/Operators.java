package chat.parley.moderation;

import chat.parley.access.PasswordClient;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import java.util.Optional;

/** Makes operators of those who know the password for it. */
final class Operators {
  private final PasswordClient<ModerationCommand> passwords;
  private final Audit audit;
  private Optional<PasswordHash> expected;

  /**
   * @param expected the password; empty when there are no operators
   */
  Operators(
      Optional<PasswordHash> expected, PasswordClient<ModerationCommand> passwords, Audit audit) {
    this.expected = expected;
    this.passwords = passwords;
    this.audit = audit;
  }

  void configure(Optional<PasswordHash> changed) {
    expected = changed;
  }

  /** Answers {@code user} when it is known whether that is the password. */
  void become(Secret password, Visitor user) {
    if (user.isOperator()) {
      user.tell(new ModerationReply.AlreadyOperator());
    } else if (expected.isEmpty()) {
      user.tell(new ModerationReply.NoOperators());
    } else {
      passwords.check(
          user.origin().host(),
          expected.get(),
          password,
          verdict -> user.tell(judged(user, verdict)));
    }
  }

  private ModerationReply.ToOrder judged(Visitor user, Passwords.Verdict verdict) {
    switch (verdict) {
      case RIGHT -> {
        user.makeOperator();
        audit.log(user, "is an operator now");
        return new ModerationReply.OperatorNow();
      }
      case WRONG -> {
        audit.log(user, "gave a wrong password for operators");
        return new ModerationReply.WrongOperatorPassword();
      }
      default -> {
        audit.log(user, "has given too many wrong passwords");
        return new ModerationReply.TooManyWrong();
      }
    }
  }
}
