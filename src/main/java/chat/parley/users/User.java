package chat.parley.users;

import chat.parley.access.Origin;
import chat.parley.event.MemberId;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import java.util.Set;

/** Somebody who has a name, and what the name service knows of them. */
final class User {
  private final MemberId id;
  private final Contact contact;
  private final Origin origin;
  private final IgnoreList ignoreList =
      new IgnoreList(ignored -> tell(new NameReply.Ignoring(ignored)));
  private String name;
  private String key;
  private Set<String> looks;
  private boolean registered;

  User(MemberId id, Contact contact, Origin origin, String name, boolean registered) {
    this.id = id;
    this.contact = contact;
    this.origin = origin;
    call(name, registered);
  }

  MemberId id() {
    return id;
  }

  Contact contact() {
    return contact;
  }

  Origin origin() {
    return origin;
  }

  void tell(NameReply reply) {
    contact.names().tell(reply);
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

  /** The name has been registered by this user, or is registered no longer; it is told so. */
  void setRegistered(boolean proven) {
    registered = proven;
    tell(new NameReply.RegistrationChanged(proven));
  }

  /** Whom this user does not want to hear. */
  IgnoreList ignoreList() {
    return ignoreList;
  }
}
