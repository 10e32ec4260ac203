package chat.parley.protocol;

import chat.parley.cases.Cases;
import java.time.Duration;

/** What notices about the connection read like, without the {@code * }. */
final class ConnectionText {
  private static final Cases<Void, Notice.AboutConnection, String> TEXTS =
      Cases.<Void, Notice.AboutConnection, String>of(Notice.AboutConnection.class)
          .say(
              Notice.UnknownCommand.class,
              unknown -> "there is no command /" + unknown.command() + "; /help lists them")
          .say(Notice.Usage.class, usage -> "it is written " + usage.usage())
          .say(Notice.Miswritten.class, miswritten -> miswritten.why())
          .say(
              Notice.Numbers.class,
              numbers ->
                  numbers.shown()
                      ? "posts are shown with their numbers; /numbers off ends that"
                      : "posts are shown without their numbers")
          .say(Notice.NumbersStay.class, it -> "posts keep their numbers after /sync")
          .say(
              Notice.LineTooLong.class,
              tooLong -> "that line was over " + tooLong.limit() + " bytes and has not been sent")
          .say(Notice.WentWrong.class, it -> "something went wrong, and that has not been done")
          .say(
              Notice.Skipped.class,
              skipped ->
                  skipped.messages()
                      + (skipped.messages() == 1 ? " message" : " messages")
                      + " skipped")
          .say(Notice.TooSlow.class, it -> "you read too slowly; goodbye")
          .say(Notice.ReadNothing.class, it -> "you have read nothing for too long; goodbye")
          .say(Notice.ServerFull.class, it -> "the server is full; try again later")
          .say(
              Notice.TooManyFromAddress.class,
              it ->
                  "there are too many connections from your address; close one or try again later")
          .say(
              Notice.TooFastFromAddress.class,
              it -> "too many connections have just come from your address; wait some seconds")
          .say(
              Notice.TooFast.class,
              tooFast -> "you send more than " + tooFast.perSecond() + " lines a second; goodbye")
          .say(
              Notice.NoName.class,
              noName -> "you have given no name within " + shown(noName.within()) + "; goodbye")
          .say(
              Notice.StillThere.class,
              still ->
                  "are you still there? send something within "
                      + shown(still.within())
                      + " or you will be disconnected")
          .say(
              Notice.Idle.class,
              idle -> "you have sent nothing for " + shown(idle.limit()) + "; goodbye")
          .say(
              Notice.OtherProtocol.class,
              other ->
                  "this is a chat of plain lines of text and does not speak "
                      + other.protocol()
                      + "; connect with parley chat or nc")
          .say(
              Notice.IllegalCertifiedName.class,
              illegal ->
                  "a name is 1 to "
                      + illegal.maxLength()
                      + " letters and digits; the one in your certificate is not; goodbye")
          .say(
              Notice.CertifiedNameTaken.class,
              taken -> taken.name() + ", the name in your certificate, is taken; goodbye")
          .say(
              Notice.SpeaksTls.class,
              it -> "this listener speaks TLS; connect with parley chat --tls or openssl s_client")
          .say(Notice.GoingDown.class, it -> "the server is going down")
          .build();

  private ConnectionText() {}

  static String of(Notice.AboutConnection notice) {
    return TEXTS.apply(null, notice);
  }

  /** A time as it is written in lines: in whole minutes, or else smaller units. */
  static String shown(Duration time) {
    if (time.toMillisPart() != 0) {
      return time.toMillis() + " ms";
    }
    boolean wholeMinutes = time.toSecondsPart() == 0 && time.toMinutes() > 0;
    return wholeMinutes ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
