package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.users.NameReply;
import chat.parley.users.NameReply.NameOutcome;

/** What outcomes read like that concern names. */
final class NameOutcomeText {
  private static final Cases<Void, NameOutcome, String> TEXTS =
      Cases.<Void, NameOutcome, String>of(NameOutcome.class)
          .say(NameReply.NoRegistration.class, it -> "names cannot be registered here")
          .say(NameReply.UnderWay.class, it -> it.name() + " is just being registered or given up")
          .say(
              NameReply.RegisteredBefore.class,
              it -> it.name() + " is registered; /login NAME PASSWORD proves that it is yours")
          .say(
              NameReply.IllegalPassword.class,
              it -> "a password is 1 to " + it.maxLength() + " characters")
          .say(
              NameReply.TooManyRegistrations.class,
              it -> "too many names have been registered; try again tomorrow")
          .say(
              NameReply.NotRegisteredNow.class,
              it -> it.name() + " could not be registered; try again later")
          .say(
              NameReply.CannotBeKept.class,
              it -> it.name() + " cannot be kept now; try again later")
          .say(
              NameReply.Registered.class,
              it ->
                  it.name()
                      + " is registered; next time its password is asked for, or: /login "
                      + it.name()
                      + " PASSWORD")
          .say(NameReply.PasswordChanged.class, it -> it.name() + " has another password now")
          .say(NameReply.NothingToGiveUp.class, it -> it.name() + " is not registered")
          .say(
              NameReply.NotYours.class,
              it -> it.name() + " is not yours to give up; /login NAME PASSWORD proves that it is")
          .say(
              NameReply.StaysRegistered.class,
              it -> it.name() + " stays registered, as that cannot be kept now")
          .say(NameReply.Unregistered.class, it -> it.name() + " is not registered any more")
          .say(
              NameReply.Ignores.class,
              it ->
                  it.names().isEmpty()
                      ? "you hear everybody"
                      : "you do not hear " + String.join(", ", it.names()))
          .say(NameReply.NoName.class, it -> it.name() + " is no name")
          .say(NameReply.CannotIgnoreYourself.class, it -> "that is you")
          .say(
              NameReply.IgnoreListFull.class,
              it ->
                  "you do not hear "
                      + it.limit()
                      + " people already; /unignore NAME hears one again")
          .say(
              NameReply.NowIgnored.class,
              it ->
                  "you hear nothing more from "
                      + it.name()
                      + "; /unignore "
                      + it.name()
                      + " ends that")
          .say(NameReply.NotIgnored.class, it -> "you have not ignored " + it.name())
          .say(NameReply.HeardAgain.class, it -> "you hear " + it.name() + " again")
          .say(NameReply.WillGet.class, it -> it.to() + " is away and will get it")
          .say(
              NameReply.TooManyFromYou.class,
              it ->
                  it.to()
                      + " is away and does not get it: "
                      + messages(it.limit())
                      + " from you already; try again when one has been read")
          .say(
              NameReply.TooManyFor.class,
              it ->
                  it.to()
                      + " is away and does not get it: "
                      + messages(it.limit())
                      + " for them already; try again when they have been here")
          .say(
              NameReply.TooManyInAll.class,
              it ->
                  it.to()
                      + " is away and does not get it: too many messages wait on this server;"
                      + " try again later")
          .say(
              NameReply.CannotWait.class,
              it ->
                  it.to()
                      + " is away and does not get it, as it cannot be kept now; try again later")
          .build();

  private NameOutcomeText() {}

  private static String messages(int count) {
    return count == 1 ? "a message waits" : count + " messages wait";
  }

  static String of(NameOutcome outcome) {
    return TEXTS.apply(null, outcome);
  }
}
