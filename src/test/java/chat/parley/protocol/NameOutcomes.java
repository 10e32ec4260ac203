package chat.parley.protocol;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.users.NameReply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What outcomes that concern names read like. */
final class NameOutcomes {
  private NameOutcomes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        arguments(new NameReply.NoRegistration(), "names cannot be registered here"),
        arguments(new NameReply.UnderWay("alice"), "alice is just being registered or given up"),
        arguments(
            new NameReply.RegisteredBefore("alice"),
            "alice is registered; /login NAME PASSWORD proves that it is yours"),
        arguments(new NameReply.IllegalPassword(200), "a password is 1 to 200 characters"),
        arguments(
            new NameReply.TooManyRegistrations(),
            "too many names have been registered; try again tomorrow"),
        arguments(
            new NameReply.NotRegisteredNow("alice"),
            "alice could not be registered; try again later"),
        arguments(new NameReply.CannotBeKept("alice"), "alice cannot be kept now; try again later"),
        arguments(
            new NameReply.Registered("alice"),
            "alice is registered; next time its password is asked for, or: /login alice"
                + " PASSWORD"),
        arguments(new NameReply.PasswordChanged("alice"), "alice has another password now"),
        arguments(new NameReply.NothingToGiveUp("alice"), "alice is not registered"),
        arguments(
            new NameReply.NotYours("alice"),
            "alice is not yours to give up; /login NAME PASSWORD proves that it is"),
        arguments(
            new NameReply.StaysRegistered("alice"),
            "alice stays registered, as that cannot be kept now"),
        arguments(new NameReply.Unregistered("alice"), "alice is not registered any more"),
        arguments(new NameReply.Ignores(List.of()), "you hear everybody"),
        arguments(new NameReply.Ignores(List.of("bob", "troll")), "you do not hear bob, troll"),
        arguments(new NameReply.NoName("a b"), "a b is no name"),
        arguments(new NameReply.CannotIgnoreYourself(), "that is you"),
        arguments(
            new NameReply.IgnoreListFull(100),
            "you do not hear 100 people already; /unignore NAME hears one again"),
        arguments(
            new NameReply.NowIgnored("bob"),
            "you hear nothing more from bob; /unignore bob ends that"),
        arguments(new NameReply.NotIgnored("bob"), "you have not ignored bob"),
        arguments(new NameReply.HeardAgain("bob"), "you hear bob again"),
        arguments(new NameReply.WillGet("bob"), "bob is away and will get it"),
        arguments(
            new NameReply.TooManyFromYou("bob", 20),
            "bob is away and does not get it: 20 messages wait from you already; try again when one"
                + " has been read"),
        arguments(
            new NameReply.TooManyFor("bob", 1),
            "bob is away and does not get it: a message waits for them already; try again when they"
                + " have been here"),
        arguments(
            new NameReply.TooManyInAll("bob"),
            "bob is away and does not get it: too many messages wait on this server; try again"
                + " later"),
        arguments(
            new NameReply.CannotWait("bob"),
            "bob is away and does not get it, as it cannot be kept now; try again later"));
  }
}
