package chat.parley.directory;

import chat.parley.access.Order;

/** Carries out what people order in a room that is theirs. */
final class RoomDesk {
  private final People people;
  private final Audit audit;

  RoomDesk(People people, Audit audit) {
    this.people = people;
    this.audit = audit;
  }

  /** Whether {@code person} may order things in the room that it is in. */
  static boolean mayRule(Person person) {
    OpenRoom room = person.room();
    return person.isOperator() || (room != null && room.belongsTo(person));
  }

  void carryOut(Order.OfRoom order, Person person) {
    OpenRoom room = person.room();
    if (room == null) {
      person.answer("you are in no room");
      return;
    }
    if (!mayRule(person)) {
      person.answer(room.name() + " is not yours; you can open a room of your own with /join");
      return;
    }
    if (!room.belongsTo(person)) {
      audit.log(person, "in the room " + room.name() + ": " + words(order));
    }
    if (order instanceof Order.Kick kick) {
      kick(kick, person, room);
    } else if (order instanceof Order.Invite invite) {
      invite(invite.name(), person, room);
    } else if (order instanceof Order.Lock) {
      lock(person, room);
    } else if (order instanceof Order.Unlock) {
      unlock(person, room);
    }
  }

  private static String words(Order.OfRoom order) {
    if (order instanceof Order.Kick kick) {
      return "kick " + kick.name() + SanctionText.reason(kick.why());
    }
    if (order instanceof Order.Invite invite) {
      return "invite " + invite.name();
    }
    return order instanceof Order.Lock ? "lock" : "unlock";
  }

  private void kick(Order.Kick kick, Person by, OpenRoom room) {
    Person who = people.named(kick.name());
    if (who == null || who.room() != room) {
      by.answer("there is nobody called " + kick.name() + " in " + room.name());
    } else if (who == by) {
      by.answer("you cannot send yourself out; /join goes elsewhere");
    } else if (who.isOperator()) {
      by.answer(who.name() + " is an operator, who cannot be sent out");
    } else {
      room.uninvite(who);
      who.tell(new Directory.SentOut(room.ref(), room.name(), by.name(), kick.why()));
      by.answer(who.name() + " is sent out of " + room.name() + "; /lock keeps people out");
    }
  }

  private void invite(String name, Person by, OpenRoom room) {
    Person who = people.named(name);
    if (who == null) {
      by.answer("there is nobody called " + name);
    } else if (who.room() == room) {
      by.answer(who.name() + " is here already");
    } else {
      room.invite(who, session -> people.of(session) != null);
      if (!who.ignoreList().holds(by)) {
        who.tell(new Directory.Invited(by.name(), room.name()));
      }
      by.answer(who.name() + " is invited to " + room.name());
    }
  }

  private static void lock(Person by, OpenRoom room) {
    if (!room.hasOwner()) {
      by.answer(room.name() + " belongs to nobody, who could let people in");
    } else if (room.isLocked()) {
      by.answer(room.name() + " is locked already");
    } else {
      room.lock();
      by.answer(room.name() + " is locked: only whom you /invite comes in, until you /unlock it");
    }
  }

  private static void unlock(Person by, OpenRoom room) {
    if (room.isLocked()) {
      room.unlock();
      by.answer(room.name() + " is open to everybody again");
    } else {
      by.answer(room.name() + " is not locked");
    }
  }
}
