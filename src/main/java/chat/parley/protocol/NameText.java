package chat.parley.protocol;

/** What is said to somebody who may not have a name, in English. */
final class NameText {
  private NameText() {}

  /** Null when {@code notice} is about something else. */
  static String of(Notice notice) {
    if (notice instanceof Notice.NameLooksLike like) {
      return refused(like.name(), "looks like " + like.other() + ", which is taken", like.then());
    }
    if (notice instanceof Notice.NameReserved reserved) {
      boolean same = reserved.name().equalsIgnoreCase(reserved.reserved());
      String why =
          same ? "is reserved" : "looks like " + reserved.reserved() + ", which is reserved";
      return refused(reserved.name(), why, reserved.then());
    }
    if (notice instanceof Notice.NameMixesScripts mixes) {
      return refused(mixes.name(), "mixes letters of several scripts", mixes.then());
    }
    if (notice instanceof Notice.RoomLooksLike like) {
      return like.room()
          + " looks like "
          + like.other()
          + ", which there is; /join "
          + like.other()
          + ", or choose another name";
    }
    if (notice instanceof Notice.RoomMixesScripts mixes) {
      return mixes.room() + " mixes letters of several scripts; choose another name";
    }
    return null;
  }

  private static String refused(String name, String why, Notice.Then then) {
    return switch (then) {
      case ASK_AGAIN -> name + " " + why + "; another name?";
      case STAY_AS_IT_WAS -> name + " " + why + "; try another";
      case GOODBYE -> name + ", the name in your certificate, " + why + "; goodbye";
    };
  }
}
