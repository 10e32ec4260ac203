package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.text.PlainText;
import java.util.Set;
import java.util.stream.Collectors;

/** What notices about rooms read like, without the {@code * }. */
final class RoomText {
  private static final Cases<Void, Notice.AboutRoom, String> TEXTS =
      Cases.<Void, Notice.AboutRoom, String>of(Notice.AboutRoom.class)
          .say(
              Notice.IllegalRoom.class,
              illegal -> "a room is 1 to " + illegal.maxLength() + " letters, digits, - and _")
          .say(Notice.AlreadyHere.class, here -> "you are in " + here.room() + " already")
          .say(
              Notice.Present.class,
              present -> present.names().size() + " in " + present.room() + ": " + people(present))
          .say(
              Notice.Topic.class,
              topic ->
                  topic.topic().isEmpty()
                      ? topic.room() + " has no topic; set one with /topic TEXT"
                      : "topic: " + topic.topic())
          .say(
              Notice.TopicTooLong.class,
              tooLong ->
                  "a topic has at most "
                      + tooLong.limit()
                      + " characters, and this has "
                      + tooLong.length()
                      + "; it stays as it was")
          .say(
              Notice.NotLetIn.class,
              not -> "you are not let into " + not.room() + ": " + PlainText.clean(not.why()))
          .say(
              Notice.RoomFull.class,
              full -> full.room() + " is full; try again later, or another room: /rooms lists them")
          .say(
              Notice.TooManyRooms.class,
              tooMany ->
                  "there are too many rooms to open " + tooMany.room() + "; /rooms lists them")
          .say(
              Notice.NoSearch.class,
              no -> "nothing has been looked for in " + no.room() + "; /search WORDS does")
          .say(
              Notice.NothingKept.class,
              it -> "nothing can be found in " + it.room() + ", as nothing of it is kept")
          .say(
              Notice.HistoryUnavailable.class,
              it -> "what was said in " + it.room() + " cannot be read now; try again later")
          .say(
              Notice.NoSuchRoom.class,
              no -> "there is no room called " + no.room() + "; /rooms lists them")
          .say(Notice.Extensions.class, extensions -> extensions(extensions))
          .say(
              Notice.RoomRestarted.class,
              restarted ->
                  "something went wrong in " + restarted.room() + "; it has been opened again")
          .say(
              Notice.RoomLooksLike.class,
              like ->
                  like.room()
                      + " looks like "
                      + like.other()
                      + ", which there is; /join "
                      + like.other()
                      + ", or choose another name")
          .say(
              Notice.RoomMixesScripts.class,
              mixes -> mixes.room() + " mixes letters of several scripts; choose another name")
          .say(
              Notice.CannotEnter.class,
              cannot ->
                  "you are not let into " + cannot.room() + ": something went wrong; try again")
          .say(Notice.NoRoom.class, no -> "you are in no room; /join ROOM enters one")
          .say(Notice.Parted.class, parted -> "you have left " + parted.room())
          .build();

  private RoomText() {}

  static String of(Notice.AboutRoom notice) {
    return TEXTS.apply(null, notice);
  }

  private static String people(Notice.Present present) {
    Set<String> behind = Set.copyOf(present.behind());
    return present.names().stream()
        .map(name -> behind.contains(name) ? name + " (behind)" : name)
        .collect(Collectors.joining(", "));
  }

  private static String extensions(Notice.Extensions extensions) {
    if (extensions.extensions().isEmpty()) {
      return extensions.room() + " has no extensions";
    }
    return extensions.room()
        + " has "
        + extensions.extensions().stream()
            .map(each -> each.working() ? each.name() : each.name() + " (put aside)")
            .collect(Collectors.joining(", "));
  }
}
