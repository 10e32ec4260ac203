package chat.parley.directory;

import chat.parley.access.Order;

/** Carries out what people order in a room that is theirs. */
final class OwnerCommands {
  private final Users people;
  private final Audit audit;

  OwnerCommands(Users people, Audit audit) {
    this.people = people;
    this.audit = audit;
  }

  /** Whether {@code user} may order things in the room that it is in. */
  static boolean mayRule(User user) {
    OpenRoom room = user.room();
    return user.isOperator() || (room != null && room.belongsTo(user));
  }

  void carryOut(Order.OfRoom order, User user) {
    OpenRoom room = user.room();
    if (room == null) {
      user.answer("you are in no room");
      return;
    }
    if (!mayRule(user)) {
      user.answer(room.name() + " is not yours; you can open a room of your own with /join");
      return;
    }
    if (!room.belongsTo(user)) {
      audit.log(user, "in the room " + room.name() + ": " + words(order));
    }
    if (order instanceof Order.Kick kick) {
      kick(kick, user, room);
    } else if (order instanceof Order.Invite invite) {
      invite(invite.name(), user, room);
    } else if (order instanceof Order.Lock) {
      lock(user, room);
    } else if (order instanceof Order.Unlock) {
      unlock(user, room);
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

  private void kick(Order.Kick kick, User by, OpenRoom room) {
    User who = people.named(kick.name());
    if (who == null || who.room() != room) {
      by.answer("there is nobody called " + kick.name() + " in " + room.name());
    } else if (who == by) {
      by.answer("you cannot send yourself out; /join goes elsewhere");
    } else if (who.isOperator()) {
      by.answer(who.name() + " is an operator, who cannot be sent out");
    } else {
      room.uninvite(who);
      who.tell(new Directory.RemovedFromRoom(room.ref(), room.name(), by.name(), kick.why()));
      by.answer(who.name() + " is sent out of " + room.name() + "; /lock keeps people out");
    }
  }

  private void invite(String name, User by, OpenRoom room) {
    User who = people.named(name);
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

  private static void lock(User by, OpenRoom room) {
    if (!room.hasOwner()) {
      by.answer(room.name() + " belongs to nobody, who could let people in");
    } else if (room.isLocked()) {
      by.answer(room.name() + " is locked already");
    } else {
      room.lock();
      by.answer(room.name() + " is locked: only whom you /invite comes in, until you /unlock it");
    }
  }

  private static void unlock(User by, OpenRoom room) {
    if (room.isLocked()) {
      room.unlock();
      by.answer(room.name() + " is open to everybody again");
    } else {
      by.answer(room.name() + " is not locked");
    }
  }
}
