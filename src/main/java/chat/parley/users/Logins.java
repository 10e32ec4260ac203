package chat.parley.users;

import chat.parley.access.PasswordClient;
import chat.parley.access.Passwords;
import chat.parley.event.MemberId;
import chat.parley.names.Names;
import chat.parley.store.Registration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a registered name to whoever knows its password, whoever has it now: who has it is
 * disconnected, and who is to have it waits until they have gone.
 */
final class Logins {

  /** What becomes of somebody who may have a name. */
  interface Entitled {
    void call(NameCommand.Login login, String name);
  }

  private final Users users;
  private final Registrations registrations;
  private final PasswordClient<NameCommand> passwords;
  private final Entitled entitled;

  /** By key: who is to have a name as soon as whoever has it now has gone. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  private NameClaims claims;

  Logins(
      Users users,
      Registrations registrations,
      PasswordClient<NameCommand> passwords,
      Entitled entitled) {
    this.users = users;
    this.registrations = registrations;
    this.passwords = passwords;
    this.entitled = entitled;
  }

  /** What else may be in the way of a name. */
  void setClaims(NameClaims nameClaims) {
    claims = nameClaims;
  }

  /** Whether somebody waits for the name with this key. */
  boolean isAwaited(String key) {
    return waiting.containsKey(key);
  }

  void login(NameCommand.Login login) {
    Registration known = registrations.of(Names.key(login.name()));
    if (known == null) {
      answer(login, new NameReply.NotRegistered(login.name()));
      return;
    }
    passwords.check(
        login.origin().host(),
        known.password(),
        login.password(),
        verdict -> judged(login, known, verdict));
  }

  private static void answer(NameCommand.Login login, NameReply.ToClaim reply) {
    login.contact().names().tell(reply);
  }

  private void judged(NameCommand.Login login, Registration known, Passwords.Verdict verdict) {
    switch (verdict) {
      case RIGHT -> handOver(login, known);
      case WRONG -> answer(login, new NameReply.WrongPassword());
      default -> answer(login, new NameReply.TooManyWrong());
    }
  }

  private void handOver(NameCommand.Login login, Registration known) {
    User holder = users.named(known.name());
    Optional<MemberId> asks = login.member();
    if (holder == null || asks.filter(holder.id()::equals).isPresent()) {
      entitle(login, known);
    } else if (waiting.putIfAbsent(known.key(), () -> entitle(login, known)) == null) {
      holder.tell(new NameReply.SessionReplaced());
    } else {
      answer(login, new NameReply.NameTaken(known.name()));
    }
  }

  /** What was true when the password came need not be any more. */
  private void entitle(NameCommand.Login login, Registration known) {
    Optional<NameReply.ToClaim> banned = claims.ban(known.name(), login.origin());
    if (banned.isPresent()) {
      answer(login, banned.get());
    } else if (!known.equals(registrations.of(known.key()))
        || registrations.isUnderWay(known.key())) {
      answer(login, new NameReply.WrongPassword());
    } else if (claims.isExtension(known.key())) {
      answer(login, new NameReply.NameTaken(known.name()));
    } else {
      entitled.call(login, known.name());
    }
  }

  /** Nobody has the name with this key any more. */
  void released(String key) {
    Runnable next = waiting.remove(key);
    if (next != null) {
      next.run();
    }
  }
}
