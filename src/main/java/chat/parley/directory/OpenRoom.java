package chat.parley.directory;

import chat.parley.names.Names;
import chat.parley.room.Room;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;

/** A room that there is, and what the directory knows of it. */
final class OpenRoom {
  private final String name;
  private final String key;
  private final ActorRef<Room.Command> ref;
  private final Set<ActorRef<?>> invited = new HashSet<>();

  /** Who has made it, as long as that user is here; null otherwise, and when nobody has. */
  private User founder;

  private String ownerKey;
  private boolean locked;
  private int people;

  OpenRoom(String name, ActorRef<Room.Command> ref) {
    this.name = name;
    this.key = Names.key(name);
    this.ref = ref;
  }

  String name() {
    return name;
  }

  String key() {
    return key;
  }

  ActorRef<Room.Command> ref() {
    return ref;
  }

  int people() {
    return people;
  }

  void countIn() {
    people++;
  }

  void countOut() {
    people--;
  }

  void setFounder(User user) {
    founder = user;
    user.founded().add(this);
  }

  /** It belongs to whoever proves to be of the registered name with this key; null for nobody. */
  void setOwnerKey(String key) {
    ownerKey = key;
  }

  boolean hasOwner() {
    return founder != null || ownerKey != null;
  }

  boolean belongsTo(User user) {
    return founder == user || (user.isRegistered() && user.key().equals(ownerKey));
  }

  boolean isLocked() {
    return locked;
  }

  void lock() {
    locked = true;
  }

  void unlock() {
    locked = false;
    invited.clear();
  }

  /**
   * @param isHere whether somebody's session has not ended
   */
  void invite(User user, Predicate<ActorRef<?>> isHere) {
    invited.removeIf(isHere.negate());
    invited.add(user.session());
  }

  void uninvite(User user) {
    invited.remove(user.session());
  }

  /** It belongs to no registered name any more. */
  void disown() {
    ownerKey = null;
    openIfNobodys();
  }

  /** It belongs to nobody any more, nor can it. */
  void makeCommon() {
    end();
    founder = null;
    disown();
  }

  /** Whether {@code user} may come in, as far as the lock is concerned. */
  boolean letsIn(User user) {
    return !locked || belongsTo(user) || user.isOperator() || invited.contains(user.session());
  }

  /** Who has made it has left the server. */
  void founderGone() {
    founder = null;
    openIfNobodys();
  }

  private void openIfNobodys() {
    if (!hasOwner()) {
      unlock(); // as nobody could any more
    }
  }

  /** It is no more. */
  void end() {
    if (founder != null) {
      founder.founded().remove(this);
    }
  }

  /** Takes the place of {@code failed}: whose it is, and who may come in, stays as it was. */
  void succeed(OpenRoom failed) {
    if (failed.founder != null) {
      setFounder(failed.founder);
    }
    failed.end();
    ownerKey = failed.ownerKey;
    locked = failed.locked;
    invited.addAll(failed.invited);
  }
}
