package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.room.RoomReply;
import chat.parley.text.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What notices about who may come in, and do what, read like, without the {@code * }. */
final class AccessText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Cases<Void, RoomReply.Why, String> WHY =
      Cases.<Void, RoomReply.Why, String>of(RoomReply.Why.class)
          .say(RoomReply.Unwanted.class, unwanted -> reason(unwanted.reason()))
          .say(RoomReply.Closed.class, closed -> ": the room is closed")
          .build();

  private static final Cases<Void, Notice.AboutAccess, String> TEXTS =
      Cases.<Void, Notice.AboutAccess, String>of(Notice.AboutAccess.class)
          .say(
              Notice.AskServerPassword.class,
              ask -> again(ask.again()) + "what is the server's password?")
          .say(Notice.WrongPassword.class, it -> "that is not it; goodbye")
          .say(
              Notice.AskPasswordOf.class,
              ask ->
                  again(ask.again()) + ask.name() + " is a registered name; what is its password?")
          .say(
              Notice.WrongPasswordOf.class,
              wrong ->
                  "that is not the password of "
                      + wrong.name()
                      + (wrong.askAgain() ? "; another name?" : ""))
          .say(
              Notice.NameRegistered.class,
              registered -> {
                String name = registered.name();
                return name + " is a registered name; if it is yours: /login " + name + " PASSWORD";
              })
          .say(
              Notice.NotRegistered.class,
              not ->
                  not.name()
                      + " is not registered; /nick "
                      + not.name()
                      + " takes it if it is free")
          .say(
              Notice.TooManyWrong.class,
              it -> "too many wrong passwords from your address; try again later")
          .say(
              Notice.Banned.class,
              banned -> {
                String until = banned.until().map(AccessText::until).orElse("");
                return "you are banned" + until + reason(banned.why()) + "; goodbye";
              })
          .say(
              Notice.NameBanned.class,
              banned -> banned.name() + " is banned; yours stays as it was")
          .say(
              Notice.Kicked.class,
              kicked -> "an operator disconnects you" + reason(kicked.why()) + "; goodbye")
          .say(
              Notice.SessionReplaced.class,
              it -> "you have come in from elsewhere under this name; goodbye")
          .say(
              Notice.Muted.class,
              muted -> {
                boolean forEver = muted.until().equals(Instant.MAX);
                return "you are muted"
                    + (forEver ? "" : until(muted.until()))
                    + "; you can only listen";
              })
          .say(Notice.Unmuted.class, it -> "you may speak again")
          .say(
              Notice.RoomLocked.class,
              locked -> locked.room() + " is locked; only who is invited comes in")
          .say(
              Notice.Invited.class,
              invited ->
                  invited.by() + " invites you to " + invited.room() + ": /join " + invited.room())
          .say(
              Notice.RemovedFromRoom.class,
              out -> out.by() + " sends you out of " + out.room() + WHY.apply(null, out.why()))
          .say(Notice.Broadcast.class, said -> said.from() + " to everybody: " + said.text())
          .say(
              Notice.StoreFails.class,
              fails -> "nothing that is said is kept now: " + fails.why() + "; /stats shows more")
          .say(
              Notice.StoreWorksAgain.class,
              again ->
                  "what is said is kept again"
                      + (again.lostPosts() == 0
                          ? "; nothing is lost"
                          : "; " + again.lostPosts() + " posts are lost"))
          .build();

  private AccessText() {}

  static String of(Notice.AboutAccess notice) {
    return TEXTS.apply(null, notice);
  }

  private static String again(boolean again) {
    return again ? "that is not it; " : "";
  }

  private static String until(Instant time) {
    return " until " + TIME.format(time);
  }

  private static String reason(String why) {
    return why.isEmpty() ? "" : ": " + PlainText.clean(why);
  }
}
