package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.notation.PastTime;
import java.time.Clock;

/** What notices about names read like, without the {@code * }. */
final class NameText {
  private static final Cases<Clock, Notice.AboutName, String> TEXTS =
      Cases.<Clock, Notice.AboutName, String>of(Notice.AboutName.class)
          .say(Notice.AskName.class, it -> "Welcome to parley! What is your name?")
          .say(
              Notice.IllegalName.class,
              illegal ->
                  "a name is 1 to "
                      + illegal.maxLength()
                      + " letters and digits; connect again with one")
          .say(
              Notice.IllegalNick.class,
              illegal ->
                  "a name is 1 to "
                      + illegal.maxLength()
                      + " letters and digits; yours stays as it was")
          .say(
              Notice.NameTaken.class,
              taken ->
                  taken.name()
                      + " is taken; "
                      + (taken.askAgain() ? "another name?" : "try another"))
          .say(Notice.Renamed.class, renamed -> "you are now called " + renamed.name())
          .say(Notice.NobodyCalled.class, nobody -> "there is nobody called " + nobody.name())
          .say(
              Notice.Whispered.class,
              whispered -> whispered.from() + " tells you: " + whispered.text())
          .on(
              Notice.WhisperedBefore.class,
              (clock, it) ->
                  PastTime.text(it.time(), clock) + " " + it.from() + " tells you: " + it.text())
          .say(Notice.WhisperSent.class, sent -> "you tell " + sent.to() + ": " + sent.text())
          .say(
              Notice.NameLooksLike.class,
              like ->
                  refused(
                      like.name(), "looks like " + like.other() + ", which is taken", like.then()))
          .say(
              Notice.NameReserved.class,
              reserved -> {
                boolean same = reserved.name().equalsIgnoreCase(reserved.reserved());
                String why =
                    same
                        ? "is reserved"
                        : "looks like " + reserved.reserved() + ", which is reserved";
                return refused(reserved.name(), why, reserved.then());
              })
          .say(
              Notice.NameMixesScripts.class,
              mixes -> refused(mixes.name(), "mixes letters of several scripts", mixes.then()))
          .build();

  private NameText() {}

  /**
   * @param clock says which day is today, and in which zone
   */
  static String of(Notice.AboutName notice, Clock clock) {
    return TEXTS.apply(clock, notice);
  }

  private static String refused(String name, String why, Notice.Then then) {
    return switch (then) {
      case ASK_AGAIN -> name + " " + why + "; another name?";
      case STAY_AS_IT_WAS -> name + " " + why + "; try another";
      case GOODBYE -> name + ", the name in your certificate, " + why + "; goodbye";
    };
  }
}
