package chat.parley.protocol;

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

  private AccessText() {}

  /** The text of {@code notice}; null when it is about something else. */
  static String of(Notice notice) {
    String text = aboutPasswords(notice);
    return text != null ? text : aboutOrders(notice);
  }

  private static String aboutPasswords(Notice notice) {
    if (notice instanceof Notice.AskServerPassword ask) {
      return again(ask.again()) + "what is the server's password?";
    }
    if (notice instanceof Notice.WrongPassword) {
      return "that is not it; goodbye";
    }
    if (notice instanceof Notice.AskPasswordOf ask) {
      return again(ask.again()) + ask.name() + " is a registered name; what is its password?";
    }
    if (notice instanceof Notice.WrongPasswordOf wrong) {
      return "that is not the password of "
          + wrong.name()
          + (wrong.askAgain() ? "; another name?" : "");
    }
    if (notice instanceof Notice.NameRegistered registered) {
      String name = registered.name();
      return name + " is a registered name; if it is yours: /login " + name + " PASSWORD";
    }
    if (notice instanceof Notice.NotRegistered not) {
      return not.name() + " is not registered; /nick " + not.name() + " takes it if it is free";
    }
    if (notice instanceof Notice.TooManyWrong) {
      return "too many wrong passwords from your address; try again later";
    }
    return null;
  }

  private static String aboutOrders(Notice notice) {
    if (notice instanceof Notice.Banned banned) {
      String until = banned.until().map(AccessText::until).orElse("");
      return "you are banned" + until + reason(banned.why()) + "; goodbye";
    }
    if (notice instanceof Notice.NameBanned banned) {
      return banned.name() + " is banned; yours stays as it was";
    }
    if (notice instanceof Notice.Kicked kicked) {
      return "an operator disconnects you" + reason(kicked.why()) + "; goodbye";
    }
    if (notice instanceof Notice.SessionReplaced) {
      return "you have come in from elsewhere under this name; goodbye";
    }
    if (notice instanceof Notice.Muted muted) {
      boolean forEver = muted.until().equals(Instant.MAX);
      return "you are muted" + (forEver ? "" : until(muted.until())) + "; you can only listen";
    }
    if (notice instanceof Notice.Unmuted) {
      return "you may speak again";
    }
    if (notice instanceof Notice.RoomLocked locked) {
      return locked.room() + " is locked; only who is invited comes in";
    }
    if (notice instanceof Notice.Invited invited) {
      return invited.by() + " invites you to " + invited.room() + ": /join " + invited.room();
    }
    if (notice instanceof Notice.RemovedFromRoom out) {
      return out.by() + " sends you out of " + out.room() + reason(out.why());
    }
    if (notice instanceof Notice.Broadcast said) {
      return said.from() + " to everybody: " + said.text();
    }
    return null;
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
