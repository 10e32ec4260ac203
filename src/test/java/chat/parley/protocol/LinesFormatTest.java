package chat.parley.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.cases.Cases;
import chat.parley.command.Audience;
import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.moderation.ModerationReply;
import chat.parley.room.RoomReply;
import chat.parley.store.SearchPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that a server says reads like on a {@code lines} listener. */
class LinesFormatTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final LinesFormat PLAIN = format(LinesStyle.PLAIN);
  private static final LinesFormat NUMBERED = format(LinesStyle.NUMBERED);
  private static final LinesFormat SYNC = format(LinesStyle.SYNC);

  /** On the day of {@link #NOON}, in a zone where it is one o'clock then. */
  private static LinesFormat format(LinesStyle style) {
    Instant now = NOON.plus(Duration.ofHours(10));
    return new LinesFormat(8192, style, Clock.fixed(now, ZoneId.of("Europe/Vienna")));
  }

  static Stream<Arguments> events() {
    return Stream.of(
        arguments(posted(new Content.Text("hi  there")), "[alice] hi  there\n"),
        arguments(posted(new Content.Action("waves")), "[alice] * waves\n"),
        arguments(posted(raw("a\nb\r\n")), "[alice] a\n[alice] b\n"),
        arguments(posted(raw("\u00e4\u00bd")), ""),
        arguments(Events.joined("bob"), "* bob has joined\n"),
        arguments(Events.left("bob"), "* bob has left\n"),
        arguments(Events.renamed("bob", "rob"), "* bob is now called rob\n"),
        arguments(Events.topicSet("bob", "tea"), "* bob set the topic: tea\n"),
        arguments(new RoomEvent.PrivateNotice(Events.ROOM, "slow down"), "* slow down\n"),
        arguments(new RoomEvent.NotSaid(Events.ROOM, "slow down"), "* not said: slow down\n"),
        arguments(
            new RoomEvent.ExtensionDisabled(Events.ROOM, "dice"),
            "* dice has failed too often and is put aside\n"),
        arguments(
            new RoomEvent.Recovered(Events.ROOM),
            "* something went wrong here just now; the room goes on\n"),
        arguments(
            new RoomEvent.CrowdChanged(Events.ROOM, 3, 0, 0, 300), "* 3 joined; 300 are here\n"),
        arguments(
            new RoomEvent.CrowdChanged(Events.ROOM, 0, 2, 1, 9),
            "* 2 left, 1 changed their name; 9 are here\n"),
        arguments(
            new RoomEvent.CrowdChanged(Events.ROOM, 1, 1, 0, 9),
            "* 1 joined, 1 left; 9 are here\n"),
        arguments(welcomed(List.of(), 0), "* you are in lobby with nobody else\n"),
        arguments(welcomed(List.of("bob"), 0), "* you are in lobby with bob\n"),
        arguments(
            welcomed(List.of("bob", "小明"), 5), "* you are in lobby with bob, 小明 and 5 more\n"),
        arguments(welcomed(List.of(), 5), "* you are in lobby with 5 others\n"),
        arguments(welcomed(List.of(), 1), "* you are in lobby with 1 other\n"),
        arguments(
            new RoomEvent.Welcomed(
                "lobby", "tea", List.of("bob"), 0, List.of(posted(new Content.Text("hi")))),
            "* you are in lobby with bob\n* topic: tea\n* 13:00:00 [alice] hi\n"),
        arguments(
            new RoomEvent.PostDeleted(Events.ROOM, 12, Events.id("bob"), "bob"),
            "* bob deleted #12\n"),
        arguments(new RoomEvent.EpochChanged(Events.ROOM, "4f2a", 12), ""));
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesTheEvent(RoomEvent event, String text) {
    assertThat(encode(event)).isEqualTo(text);
  }

  @Test
  void writesAllEventsOfABatchInTheirOrder() {
    assertThat(encode(Events.joined("bob"), posted(new Content.Text("hi")), Events.left("bob")))
        .isEqualTo("* bob has joined\n[alice] hi\n* bob has left\n");
  }

  static Stream<Arguments> notices() {
    return Stream.of(
        arguments(new Notice.AskName(), "name?"),
        arguments(new Notice.IllegalName(32), "1 to 32 letters and digits"),
        arguments(new Notice.NameTaken("bob", true), "bob is taken; another name?"),
        arguments(new Notice.NameTaken("bob", false), "bob is taken; try another"),
        arguments(
            new Notice.NameLooksLike("b0b", "bob", Notice.Then.ASK_AGAIN),
            "* b0b looks like bob, which is taken; another name?\n"),
        arguments(
            new Notice.NameLooksLike("b0b", "bob", Notice.Then.GOODBYE),
            "* b0b, the name in your certificate, looks like bob, which is taken; goodbye\n"),
        arguments(
            new Notice.NameReserved("Admin", "admin", Notice.Then.STAY_AS_IT_WAS),
            "* Admin is reserved; try another\n"),
        arguments(
            new Notice.NameReserved("r00t", "root", Notice.Then.ASK_AGAIN),
            "* r00t looks like root, which is reserved; another name?\n"),
        arguments(
            new Notice.NameMixesScripts("bоb", Notice.Then.ASK_AGAIN),
            "* bоb mixes letters of several scripts; another name?\n"),
        arguments(new Notice.RoomLooksLike("l0bby", "lobby"), "l0bby looks like lobby, which"),
        arguments(new Notice.RoomMixesScripts("lоbby"), "lоbby mixes letters of several"),
        arguments(new Notice.IllegalNick(32), "1 to 32 letters and digits"),
        arguments(new Notice.IllegalRoom(32), "1 to 32 letters, digits, - and _"),
        arguments(new Notice.Renamed("rob"), "you are now called rob"),
        arguments(new Notice.AlreadyHere("cafe"), "you are in cafe already"),
        arguments(new Notice.Help(Audience.EVERYBODY), "* /history [ROOM] [N]"),
        arguments(new Notice.UnknownCommand("dance"), "no command /dance"),
        arguments(
            new Notice.TopicTooLong(390, 812),
            "a topic has at most 390 characters, and this has 812; it stays as it was"),
        arguments(new Notice.Miswritten("\"5x\" is not a time"), "\"5x\" is not a time"),
        arguments(new Notice.Usage("/nick NEW"), "/nick NEW"),
        arguments(new Notice.LineTooLong(8192), "over 8192 bytes"),
        arguments(
            new Notice.Present("cafe", List.of("bob", "小明"), List.of("bob")),
            "* 2 in cafe: bob (behind), 小明\n"),
        arguments(
            new Notice.Rooms(
                List.of(
                    new Notice.RoomLine("cafe", 2, false, true),
                    new Notice.RoomLine("lobby", 1, true, false))),
            "* cafe: 2, you among them\n* lobby: 1, locked\n"),
        arguments(new Notice.NotLetIn("cafe", "closed"), "you are not let into cafe: closed"),
        arguments(
            new Notice.CannotEnter("cafe"),
            "you are not let into cafe: something went wrong; try again\n"),
        arguments(new Notice.NoRoom(), "you are in no room; /join ROOM enters one\n"),
        arguments(new Notice.Parted("cafe"), "you have left cafe\n"),
        arguments(new Notice.Extensions("cafe", List.of()), "cafe has no extensions"),
        arguments(
            new Notice.Extensions(
                "cafe",
                List.of(
                    new RoomReply.ExtensionState("dice", true),
                    new RoomReply.ExtensionState("x", false))),
            "cafe has dice, x (put aside)"),
        arguments(new Notice.Topic("cafe", "tea"), "topic: tea"),
        arguments(new Notice.Topic("cafe", ""), "cafe has no topic"),
        arguments(
            new Notice.Result(new RoomReply.TopicSet("cafe", "tea")), "you set the topic: tea"),
        arguments(
            HistoryTextTest.history(posted(raw("one\ntwo"))),
            "* 13:00:00 [alice] one\n* 13:00:00 [alice] two\n"),
        arguments(
            new Notice.SearchResult("cafe", false, new SearchPage(List.of(), false), Set.of()),
            "* nothing is found in cafe\n"),
        arguments(
            new Notice.NoSearch("cafe"), "nothing has been looked for in cafe; /search WORDS"),
        arguments(new Notice.NothingKept("cafe"), "nothing can be found in cafe, as nothing of it"),
        arguments(new Notice.HistoryUnavailable("cafe"), "said in cafe cannot be read now; try"),
        arguments(new Notice.NoSuchRoom("cafe"), "no room called cafe; /rooms lists them"),
        arguments(new Notice.Numbers(true), "with their numbers; /numbers off ends that"),
        arguments(new Notice.Numbers(false), "posts are shown without their numbers"),
        arguments(new Notice.NumbersStay(), "posts keep their numbers after /sync"),
        arguments(new Notice.Whispered("bob", "psst"), "bob tells you: psst"),
        arguments(
            new Notice.WhisperedBefore("bob", NOON, "psst"), "* 13:00:00 bob tells you: psst\n"),
        arguments(new Notice.WhisperSent("bob", "psst"), "you tell bob: psst"),
        arguments(new Notice.NobodyCalled("bob"), "nobody called bob"),
        arguments(new Notice.RoomRestarted("cafe"), "in cafe"),
        arguments(new Notice.Skipped(1), "* 1 message skipped\n"),
        arguments(new Notice.AskServerPassword(false), "* what is the server's password?\n"),
        arguments(new Notice.AskServerPassword(true), "that is not it; what is the server's"),
        arguments(new Notice.WrongPassword(), "that is not it; goodbye"),
        arguments(
            new Notice.AskPasswordOf("bob", false),
            "* bob is a registered name; what is its password?\n"),
        arguments(new Notice.AskPasswordOf("bob", true), "that is not it; bob is a registered"),
        arguments(new Notice.WrongPasswordOf("bob", true), "password of bob; another name?"),
        arguments(new Notice.WrongPasswordOf("bob", false), "that is not the password of bob\n"),
        arguments(new Notice.NameRegistered("bob"), "/login bob PASSWORD"),
        arguments(new Notice.NotRegistered("bob"), "bob is not registered"),
        arguments(new Notice.TooManyWrong(), "too many wrong passwords from your address"),
        arguments(new Notice.Banned(Optional.empty(), ""), "* you are banned; goodbye\n"),
        arguments(
            new Notice.Banned(Optional.of(Instant.EPOCH), "spam\u001b[31m"),
            "* you are banned until 1970-01-01 00:00:00 UTC: spam[31m; goodbye\n"),
        arguments(new Notice.NameBanned("bob"), "bob is banned"),
        arguments(new Notice.Kicked("why\nnot"), "disconnects you: whynot; goodbye"),
        arguments(new Notice.SessionReplaced(), "from elsewhere under this name"),
        arguments(new Notice.Muted(Instant.MAX), "* you are muted; you can only listen\n"),
        arguments(new Notice.Muted(Instant.EPOCH), "muted until 1970-01-01 00:00:00 UTC;"),
        arguments(new Notice.Unmuted(), "you may speak again"),
        arguments(new Notice.RoomLocked("cafe"), "cafe is locked"),
        arguments(new Notice.Invited("bob", "cafe"), "bob invites you to cafe: /join cafe"),
        arguments(
            new Notice.RemovedFromRoom("cafe", "bob", new RoomReply.Unwanted("noise")),
            "bob sends you out of cafe: noise\n"),
        arguments(
            new Notice.RemovedFromRoom("cafe", "bob", new RoomReply.Unwanted("")),
            "bob sends you out of cafe\n"),
        arguments(
            new Notice.RemovedFromRoom("cafe", "bob", new RoomReply.Closed()),
            "bob sends you out of cafe: the room is closed\n"),
        arguments(new Notice.Broadcast("bob", "hi"), "* bob to everybody: hi\n"),
        arguments(
            new Notice.StoreFails("the store x is full"),
            "* nothing that is said is kept now: the store x is full; /stats shows more\n"),
        arguments(new Notice.StoreWorksAgain(0), "* what is said is kept again; nothing is lost\n"),
        arguments(
            new Notice.StoreWorksAgain(3), "* what is said is kept again; 3 posts are lost\n"),
        arguments(new Notice.MessageOfTheDay("be\nkind\u0007"), "* be\n* kind\n"),
        arguments(
            new Notice.Result(
                new ModerationReply.ConfigurationReloaded(List.of("one\u001b", "two"))),
            "* one\n* two\n"),
        arguments(new Notice.Skipped(37), "* 37 messages skipped\n"),
        arguments(new Notice.TooSlow(), "too slowly"),
        arguments(new Notice.ServerFull(), "the server is full"),
        arguments(new Notice.TooManyFromAddress(), "too many connections from your address"),
        arguments(new Notice.TooFastFromAddress(), "just come from your address"),
        arguments(new Notice.RoomFull("cafe"), "* cafe is full"),
        arguments(new Notice.TooManyRooms("cafe"), "too many rooms to open cafe"),
        arguments(new Notice.TooFast(50), "more than 50 lines a second"),
        arguments(new Notice.NoName(Duration.ofSeconds(30)), "no name within 30 s"),
        arguments(new Notice.NoName(Duration.ofMillis(1500)), "no name within 1500 ms"),
        arguments(new Notice.StillThere(Duration.ofSeconds(90)), "something within 90 s"),
        arguments(new Notice.Idle(Duration.ofHours(1)), "nothing for 60 min"),
        arguments(new Notice.OtherProtocol("HTTP"), "does not speak HTTP"),
        arguments(new Notice.ReadNothing(), "read nothing for too long"),
        arguments(new Notice.WentWrong(), "something went wrong"),
        arguments(new Notice.IllegalCertifiedName(16), "1 to 16 letters and digits; the one in"),
        arguments(new Notice.CertifiedNameTaken("bob"), "bob, the name in your certificate, is"),
        arguments(new Notice.SpeaksTls(), "this listener speaks TLS"),
        arguments(new Notice.GoingDown(), "going down"));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void beginsEveryLineOfANoticeWithAStar(Notice notice, String part) {
    String text = PLAIN.encode(notice).utf8String();

    assertThat(text).contains(part).endsWith("\n");
    assertThat(text.lines()).allMatch(line -> line.startsWith("* "));
  }

  @Test
  void hasItsTextForEveryNoticeAndEventTested() {
    assertThat(notices().<Class<?>>map(each -> each.get()[0].getClass()))
        .containsAll(Cases.leaves(Notice.class));
    assertThat(events().<Class<?>>map(each -> each.get()[0].getClass()))
        .containsAll(Cases.leaves(RoomEvent.class));
  }

  @Test
  void breaksUnframedBytesWhereALineMayBeNoLonger() {
    LinesFormat narrow = LinesFormat.of(4, LinesStyle.PLAIN);
    assertThat(narrow.encode(new Batch(Events.ROOM, List.of(posted(raw("abcdef"))))).utf8String())
        .isEqualTo("[alice] abcd\n[alice] ef\n");
  }

  @Test
  void showsNumbersToWhoWantsThem() {
    assertThat(encode(NUMBERED, posted(raw("a\nb")))).isEqualTo("#1 [alice] a\n#1 [alice] b\n");
    assertThat(NUMBERED.encode(HistoryTextTest.history(posted(new Content.Action("waves")))))
        .isEqualTo(ByteString.fromString("* #1 13:00:00 [alice] * waves\n"));
    assertThat(encode(NUMBERED, new RoomEvent.EpochChanged(Events.ROOM, "4f2a", 12))).isEmpty();
  }

  @Test
  void tellsProgramsWhereTheyAreSoThatTheyCanGoOnFromThere() {
    Content hi = new Content.Text("hi");
    assertThat(encode(SYNC, posted(hi))).isEqualTo("#1 [alice] hi\n");
    assertThat(encode(SYNC, welcomed(true, posted(hi))))
        .isEqualTo(
            """
            * you are in lobby with bob
            * sync lobby 4f2a 12 resumed
            * topic: tea
            * #1 2026-03-01T12:00:00Z [alice] hi
            """);
    assertThat(encode(SYNC, welcomed(false)))
        .isEqualTo("* you are in lobby with bob\n* sync lobby 4f2a 12 anew\n* topic: tea\n");
    assertThat(encode(SYNC, new RoomEvent.EpochChanged(Events.ROOM, "77", 9)))
        .isEqualTo("* sync lobby 77 9 changed\n");
    assertThat(encode(SYNC, new RoomEvent.PostDeleted(Events.ROOM, 12, Events.id("bob"), "bob")))
        .isEqualTo("* deleted #12 lobby by bob\n");
  }

  private static RoomEvent welcomed(boolean resumed, RoomEvent.Posted... replay) {
    return new RoomEvent.Welcomed(
        "lobby",
        "tea",
        List.of("bob"),
        0,
        List.of(replay),
        new RoomEvent.Continuity("4f2a", 12, resumed));
  }

  private static String encode(RoomEvent... events) {
    return encode(PLAIN, events);
  }

  private static String encode(LinesFormat format, RoomEvent... events) {
    return format.encode(new Batch(Events.ROOM, List.of(events))).decodeString(UTF_8);
  }

  private static RoomEvent.Posted posted(Content content) {
    return Events.posted(1, NOON, "alice", content);
  }

  private static RoomEvent.Welcomed welcomed(List<String> others, int unlisted) {
    return new RoomEvent.Welcomed("lobby", "", others, unlisted, List.of());
  }

  /** Each char of {@code bytes} is a byte. */
  private static Content raw(String bytes) {
    return new Content.Bytes(
        ByteString.emptyByteString(), ByteString.fromString(bytes, ISO_8859_1));
  }
}
