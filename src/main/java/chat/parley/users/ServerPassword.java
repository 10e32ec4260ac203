package chat.parley.users;

import chat.parley.access.PasswordClient;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import java.util.Optional;

/** The server's password, which everybody must know to come in, if there is one. */
final class ServerPassword {
  private final PasswordClient<NameCommand> passwords;
  private Optional<PasswordHash> expected;

  /**
   * @param expected empty for none
   */
  ServerPassword(Optional<PasswordHash> expected, PasswordClient<NameCommand> passwords) {
    this.expected = expected;
    this.passwords = passwords;
  }

  void configure(Optional<PasswordHash> changed) {
    expected = changed;
  }

  /** Answers when it is known whether the password is right. */
  void check(NameCommand.CheckServerPassword check) {
    if (expected.isEmpty()) {
      check.replyTo().tell(new NameReply.RightPassword());
    } else {
      passwords.check(
          check.origin().host(),
          expected.get(),
          check.password(),
          verdict -> check.replyTo().tell(answer(verdict)));
    }
  }

  private static NameReply.ToServerPassword answer(Passwords.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> new NameReply.RightPassword();
      case WRONG -> new NameReply.WrongPassword();
      case TOO_MANY_WRONG -> new NameReply.TooManyWrong();
    };
  }
}
