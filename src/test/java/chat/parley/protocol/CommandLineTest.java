package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.command.Audience;
import chat.parley.event.Content;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQueryParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  static Stream<Arguments> commands() {
    return Stream.of(
        arguments("/help", answer(new Notice.Help(Audience.EVERYBODY))),
        arguments("/help me", answer(new Notice.Help(Audience.EVERYBODY))),
        arguments("/nick bob", new Request.Nick("bob")),
        arguments("/nick   bob  ", new Request.Nick("bob")),
        arguments("/nick\tbob", new Request.Nick("bob")),
        arguments("/NiCk Bob", new Request.Nick("Bob")),
        arguments("/me waves  twice", new Request.Say(new Content.Action("waves  twice"))),
        arguments("/who", new Request.Who()),
        arguments("/WHO", new Request.Who()),
        arguments("/join cafe", new Request.Join("cafe")),
        arguments("/join #cafe", new Request.Join("cafe")),
        arguments("/rooms", new Request.Rooms()),
        arguments("/msg bob how are you?", new Request.Whisper("bob", "how are you?")),
        arguments("/msg  bob   /quit", new Request.Whisper("bob", "/quit")),
        arguments("/msg bob\thi", new Request.Whisper("bob", "hi")),
        arguments("/topic", new Request.AskTopic()),
        arguments("/topic ", new Request.AskTopic()),
        arguments("/topic tea & more", new Request.SetTopic("tea & more")),
        arguments("/history", new Request.History(new HistoryQuery.Last(20))),
        arguments("/history 1", new Request.History(new HistoryQuery.Last(1))),
        arguments("/history 999999999", new Request.History(new HistoryQuery.Last(1000))),
        arguments("/search more", new Request.SearchMore()),
        arguments("/search  Bees", new Request.Search(SearchQueryParser.parse("bees"))),
        arguments("/delete #12", new Request.Delete(12, "")),
        arguments("/delete 12 not  nice", new Request.Delete(12, "not  nice")),
        arguments("/numbers ON", answer(new Notice.Numbers(true))),
        arguments("/numbers off", answer(new Notice.Numbers(false))),
        arguments("/sync", new Request.Sync(Optional.empty())),
        arguments("/quit", new Request.Quit()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void knowsTheCommand(String line, Request request) {
    assertThat(CommandLine.parse(line)).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource({
    "/nick, /nick NEW",
    "'/nick   ', /nick NEW",
    "/me, /me DOES",
    "/join, /join ROOM",
    "/msg, /msg NAME TEXT",
    "/msg bob, /msg NAME TEXT",
    "'/msg bob  ', /msg NAME TEXT",
    "/ban, /ban NAME|ADDRESS[/BITS] [TIME] [WHY]",
    "/mute, /mute NAME [TIME]",
    "/numbers, /numbers on|off",
    "/numbers 1, /numbers on|off",
    "/history before, /history [ROOM] before|since WHEN [N]",
    "/history den since, /history [ROOM] before|since WHEN [N]"
  })
  void showsHowACommandIsWrittenThatLacksSomething(String line, String usage) {
    assertThat(CommandLine.parse(line)).isEqualTo(answer(new Notice.Usage(usage)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "#0", "x", "#", "#x", "-1", "1.5", "##1", "9999999999999999"})
  void showsWhatTheNumberOfAPostIsWhereNoneWasTyped(String number) {
    Request expected =
        number.isEmpty()
            ? answer(new Notice.Usage("/delete #NUMBER [WHY]"))
            : miswritten(
                "\""
                    + number
                    + "\" is not the number of a post, such as #12; /numbers on shows them");
    assertThat(CommandLine.parse("/delete " + number)).isEqualTo(expected);
  }

  @Test
  void showsWhatIsWrongWithWhatIsLookedFor() {
    assertThat(CommandLine.parse("/search"))
        .isEqualTo(answer(new Notice.Usage("/search WORDS|more")));
    assertThat(CommandLine.parse("/search \"bees"))
        .isInstanceOfSatisfying(
            Request.Answer.class,
            it -> assertThat(it.notice()).isInstanceOf(Notice.Miswritten.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5m", "5x", "5", "+5m", "1.5h", "5M", "99999999999d"})
  void showsWhatATimeIsWhereSomethingBeginsLikeOne(String time) {
    String isNone =
        "\"" + time + "\" is not a time, which is a whole number with its unit: 90s, 30m, 2h or 7d";
    assertThat(CommandLine.parse("/mute mal " + time)).isEqualTo(miswritten(isNone));
    for (String rest : List.of("", " flooding", " 5m")) {
      assertThat(CommandLine.parse("/ban mal " + time + rest))
          .isEqualTo(miswritten(isNone + "; a reason begins with a letter"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0d", "999ms"})
  void doesNotTakeNoTimeForATime(String time) {
    String tooShort = "\"" + time + "\" is not a time of at least 1s";
    assertThat(CommandLine.parse("/mute mal " + time)).isEqualTo(miswritten(tooShort));
    assertThat(CommandLine.parse("/ban mal " + time))
        .isEqualTo(miswritten(tooShort + "; a reason begins with a letter"));
  }

  @Test
  void tellsTheTimeOfABanFromItsReason() {
    assertThat(CommandLine.parse("/ban mal")).isEqualTo(ban(Optional.empty(), ""));
    assertThat(CommandLine.parse("/ban mal 2h")).isEqualTo(ban(hours(2), ""));
    assertThat(CommandLine.parse("/ban mal  7d  he said 5m"))
        .isEqualTo(ban(hours(168), "he said 5m"));
    assertThat(CommandLine.parse("/ban mal he said 5m"))
        .isEqualTo(ban(Optional.empty(), "he said 5m"));
    assertThat(CommandLine.parse("/ban mal \"3 strikes\""))
        .isEqualTo(ban(Optional.empty(), "\"3 strikes\""));
  }

  @Test
  void wantsNothingBehindTheTimeOfAMute() {
    assertThat(CommandLine.parse("/mute mal 2h")).isEqualTo(mute(hours(2)));
    assertThat(CommandLine.parse("/mute mal")).isEqualTo(mute(Optional.empty()));
    assertThat(CommandLine.parse("/mute mal 2h flooding"))
        .isInstanceOfSatisfying(
            Request.Answer.class,
            it -> assertThat(it.notice()).isInstanceOf(Notice.Miswritten.class));
  }

  private static Optional<Duration> hours(int count) {
    return Optional.of(Duration.ofHours(count));
  }

  private static Request ban(Optional<Duration> time, String why) {
    return new Request.Ban("mal", time, why);
  }

  private static Request mute(Optional<Duration> time) {
    return new Request.Mute("mal", time);
  }

  private static Request miswritten(String why) {
    return answer(new Notice.Miswritten(why));
  }

  @ParameterizedTest
  @CsvSource({"/dance, dance", "/Dance with me, Dance", "/, ''", "/ hello, ''", "/whoami, whoami"})
  void doesNotKnowTheCommand(String line, String command) {
    assertThat(CommandLine.parse(line)).isEqualTo(answer(new Notice.UnknownCommand(command)));
  }

  @ParameterizedTest
  @CsvSource({"//quit, /quit", "///, //", "//, /", "//x y, /x y"})
  void saysWhatFollowsASlashThatIsDoubled(String line, String said) {
    assertThat(CommandLine.parse(line)).isEqualTo(say(said));
  }

  @ParameterizedTest
  @CsvSource({
    "/me \u200b, /me DOES",
    "/msg bob \u2060\u3164, /msg NAME TEXT",
    "/nick \u00a0, /nick NEW",
    "/say \u200d, /say TEXT"
  })
  void takesWhatCannotBeSeenForNothing(String line, String usage) {
    assertThat(CommandLine.parse(line)).isEqualTo(answer(new Notice.Usage(usage)));
    assertThat(CommandLine.parse("/topic \u200b")).isEqualTo(new Request.AskTopic());
    assertThat(CommandLine.parse("/kick bob \u200b")).isEqualTo(CommandLine.parse("/kick bob"));
  }

  @Test
  void closesWhatIsLeftOpenInEachPartOfALine() {
    assertThat(CommandLine.parse("/msg b\u2067ob hi\u2069 there"))
        .isEqualTo(new Request.Whisper("b\u2067ob\u2069", "hi there"));
    assertThat(CommandLine.parse("/x\u2066 y\u2069"))
        .isEqualTo(answer(new Notice.UnknownCommand("x\u2066\u2069")));
    assertThat(CommandLine.parse("/ban bob 2h a \u2067b"))
        .isEqualTo(CommandLine.parse("/ban bob 2h a \u2067b\u2069"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "", " /quit", "a /quit", "\\quit", " spaced  out "})
  void saysEverythingElseAsItIs(String line) {
    assertThat(CommandLine.parse(line)).isEqualTo(say(line));
  }

  @Test
  void hasALineOfHelpForEachCommand() {
    assertThat(HelpText.lines(Audience.EVERYBODY))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "/help",
            "/nick",
            "/me",
            "/who",
            "/join",
            "/rooms",
            "/msg",
            "/ignore",
            "/unignore",
            "/topic",
            "/history",
            "/history",
            "/search",
            "/delete",
            "/numbers",
            "/extensions",
            "/register",
            "/login",
            "/unregister",
            "/quit");
  }

  private static Request answer(Notice notice) {
    return new Request.Answer(notice);
  }

  private static Request say(String text) {
    return new Request.Say(new Content.Text(text));
  }
}
