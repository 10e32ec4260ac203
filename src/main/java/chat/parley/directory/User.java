package chat.parley.directory;

import chat.parley.access.Origin;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody who has a name, and what the directory knows of them. */
final class User {
  private final ActorRef<?> session;
  private final ActorRef<Directory.Reply> address;
  private final Origin origin;
  private final Instant since;
  private final Set<OpenRoom> founded = new HashSet<>(2);
  private final IgnoreList ignoreList = new IgnoreList();
  private String name;
  private String key;
  private Set<String> looks;
  private boolean registered;
  private boolean operator;
  private OpenRoom room;
  private Sanction mute;

  /**
   * @param address where the directory's answers and news go
   */
  User(
      ActorRef<?> session,
      ActorRef<Directory.Reply> address,
      Origin origin,
      Instant since,
      String name) {
    this.session = session;
    this.address = address;
    this.origin = origin;
    this.since = since;
    call(name, false);
  }

  ActorRef<?> session() {
    return session;
  }

  Origin origin() {
    return origin;
  }

  Instant since() {
    return since;
  }

  void tell(Directory.Reply reply) {
    address.tell(reply);
  }

  /** Answers in words. */
  void answer(String... lines) {
    address.tell(new Directory.InWords(List.of(lines)));
  }

  /** Where the directory's answers and news go. */
  ActorRef<Directory.Reply> address() {
    return address;
  }

  String name() {
    return name;
  }

  String key() {
    return key;
  }

  /** What the name looks like. */
  Set<String> looks() {
    return looks;
  }

  boolean isCalled(String other) {
    return key.equals(Names.key(other));
  }

  /**
   * @param proven whether the name is registered, and this is whom it belongs to
   */
  void call(String newName, boolean proven) {
    name = newName;
    key = Names.key(newName);
    looks = Looks.of(newName);
    registered = proven;
  }

  /** Whether the name is registered, and the password has been given. */
  boolean isRegistered() {
    return registered;
  }

  void setRegistered(boolean proven) {
    registered = proven;
  }

  boolean isOperator() {
    return operator;
  }

  void makeOperator() {
    operator = true;
  }

  /** Where this user has been admitted last; null before that. */
  OpenRoom room() {
    return room;
  }

  void setRoom(OpenRoom entered) {
    room = entered;
  }

  /** The rooms that this user has made. */
  Set<OpenRoom> founded() {
    return founded;
  }

  /** Whom this user does not want to hear. */
  IgnoreList ignoreList() {
    return ignoreList;
  }

  /** Why this user may only listen; null when it may speak. */
  Sanction mute() {
    return mute;
  }

  /** Lets this user only listen, or speak; it is told if that is new. */
  void setMute(Optional<Sanction> sanction) {
    Sanction before = mute;
    mute = sanction.orElse(null);
    if (mute != null && !mute.equals(before)) {
      address.tell(new Directory.Muted(mute.until().orElse(Instant.MAX)));
    } else if (mute == null && before != null) {
      address.tell(new Directory.Unmuted());
    }
  }
}
