package chat.parley.users;

import chat.parley.event.MemberId;
import chat.parley.event.Outcome;
import chat.parley.room.Ignored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the {@link NameService} tells a session. */
public sealed interface NameReply {

  /** Answers what the session has asked. */
  sealed interface Answer extends NameReply {}

  /** Comes unasked, at any time. */
  sealed interface News extends NameReply {}

  /** Answers a {@link NameCommand.Claiming}, or a {@link NameCommand.Rename}. */
  sealed interface ToClaim extends Answer {}

  /** The name that was asked for would be taken for something else. */
  sealed interface Misleading extends ToClaim {}

  /** Answers {@link NameCommand.CheckServerPassword}. */
  sealed interface ToServerPassword extends Answer {}

  /** Answers {@link NameCommand.Whisper}. */
  sealed interface ToWhisper extends Answer {}

  /** Answers {@link NameCommand.Find}. */
  sealed interface ToFind extends Answer {}

  /** Answers an {@link NameCommand.Order}. */
  sealed interface ToOrder extends Answer {}

  /** What was asked for could not be done, for no fault of who asked. */
  record Failed() implements ToClaim, ToServerPassword, ToWhisper, ToFind, ToOrder {}

  /**
   * The session has this name now.
   *
   * @param member who that is, from now on and under every further name
   * @param registered whether it is registered, and theirs
   */
  record Claimed(MemberId member, String name, boolean registered) implements ToClaim {}

  /** Somebody else has this name. */
  record NameTaken(String name) implements ToClaim {}

  /** This name reads like another that there is. */
  record LooksLike(String name, String other) implements Misleading {}

  /** This name is, or reads like, one that only operators may have. */
  record NameReserved(String name, String reserved) implements Misleading {}

  /** This name has letters of scripts that nobody writes in one word. */
  record MixesScripts(String name) implements Misleading {}

  /** This name is for who knows its password. */
  record NameRegistered(String name) implements ToClaim {}

  /** This name belongs to nobody, so no password makes it somebody's. */
  record NotRegistered(String name) implements ToClaim {}

  /**
   * Who asks may not be here, or not under that name.
   *
   * @param until empty for ever
   */
  record Banned(Optional<Instant> until, String why) implements ToClaim {}

  /** The password is the one that was asked for. */
  record RightPassword() implements ToServerPassword {}

  /** The password is not the one that was asked for. */
  record WrongPassword() implements ToClaim, ToServerPassword {}

  /** Too many wrong passwords have come from the session's address. */
  record TooManyWrong() implements ToClaim, ToServerPassword {}

  /** What was whispered is on its way. */
  record WhisperSent(String to, String text) implements ToWhisper {}

  /** There is nobody of this name. */
  record NobodyCalled(String name) implements ToWhisper, ToFind {}

  /** This is who is called so. */
  record Found(MemberId id, String name, Contact contact) implements ToFind {}

  /** Somebody says something to this session alone. */
  record Whispered(String from, String text) implements News {}

  /** Somebody said something to whoever the session's name belongs to when nobody had it. */
  record WhisperedBefore(String from, Instant time, String text) implements News {}

  /** Whoever the session's name belongs to has come from elsewhere; the session is disconnected. */
  record SessionReplaced() implements News {}

  /** Whom the session does not hear from now on. */
  record Ignoring(Ignored ignored) implements News {}

  /** Whether the session's name is registered, and theirs, has changed. */
  record RegistrationChanged(boolean registered) implements News {}

  /** What came of an order, or of what was said to somebody who is away. */
  sealed interface NameOutcome extends ToOrder, Outcome {}

  /** What came of what was said to the owner of a registered name that nobody has now. */
  sealed interface MessageOutcome extends ToWhisper, NameOutcome {}

  /** It waits for them. */
  record WillGet(String to) implements MessageOutcome {}

  /** As many messages wait from who asks, whoever they are for, as may. */
  record TooManyFromYou(String to, int limit) implements MessageOutcome {}

  /** As many messages wait for them as may. */
  record TooManyFor(String to, int limit) implements MessageOutcome {}

  /** As many messages wait on this server as may. */
  record TooManyInAll(String to) implements MessageOutcome {}

  /** It could not be written; the log says why. */
  record CannotWait(String to) implements MessageOutcome {}

  /** This server does not register names. */
  record NoRegistration() implements NameOutcome {}

  /** The name is just being registered, or given up. */
  record UnderWay(String name) implements NameOutcome {}

  /** The name is registered, and who asks has not shown that it is theirs. */
  record RegisteredBefore(String name) implements NameOutcome {}

  /** A password has 1 to so many characters. */
  record IllegalPassword(int maxLength) implements NameOutcome {}

  /** Too many names have been registered today, or in all. */
  record TooManyRegistrations() implements NameOutcome {}

  /** The password could not be hashed, or the name has become somebody else's meanwhile. */
  record NotRegisteredNow(String name) implements NameOutcome {}

  /** The registration could not be written; the log says why. */
  record CannotBeKept(String name) implements NameOutcome {}

  /** The name is registered. */
  record Registered(String name) implements NameOutcome {}

  /** The name was registered before, and has another password now. */
  record PasswordChanged(String name) implements NameOutcome {}

  /** What is to be given up is not registered. */
  record NothingToGiveUp(String name) implements NameOutcome {}

  /** Who asks has not shown that the name is theirs. */
  record NotYours(String name) implements NameOutcome {}

  /** The name stays registered, as that could not be written. */
  record StaysRegistered(String name) implements NameOutcome {}

  /** The name is registered no longer. */
  record Unregistered(String name) implements NameOutcome {}

  /** Whom who asks does not hear; nobody when empty. */
  record Ignores(List<String> names) implements NameOutcome {}

  /** What is to be ignored is no possible name. */
  record NoName(String name) implements NameOutcome {}

  /** Nobody ignores themselves. */
  record CannotIgnoreYourself() implements NameOutcome {}

  /** As many people are ignored as may be. */
  record IgnoreListFull(int limit) implements NameOutcome {}

  /** Who is called so is not heard from now on. */
  record NowIgnored(String name) implements NameOutcome {}

  /** Nobody of this name was ignored. */
  record NotIgnored(String name) implements NameOutcome {}

  /** Who is called so is heard again. */
  record HeardAgain(String name) implements NameOutcome {}
}
