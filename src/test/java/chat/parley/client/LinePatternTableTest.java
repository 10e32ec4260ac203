package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.cases.Cases;
import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.event.Outcome;
import chat.parley.event.RoomEvent;
import chat.parley.moderation.ModerationReply.ModerationOutcome;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import chat.parley.room.RoomReply.RoomOutcome;
import chat.parley.rooms.RegistryReply.RegistryOutcome;
import chat.parley.users.NameReply.NameOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of everything that a parley server says and what the client has to make of it. Each row
 * is tried in every way that the server words it, from the server's own code to the client's.
 */
class LinePatternTableTest {
  private static final ServerLine NOTICE = new ServerLine.Notice();

  /** Whatever a {@link Notice.Result} may carry. */
  private static final List<Class<? extends Outcome>> OUTCOMES =
      List.of(RoomOutcome.class, RegistryOutcome.class, NameOutcome.class, ModerationOutcome.class);

  /** By class: what the lines are that the server writes for an object of that class. */
  private static final Map<Class<?>, Function<Object, List<ServerLine>>> TABLE =
      new LinkedHashMap<>();

  static {
    // Who comes in, and under which name.
    alone(Notice.AskName.class, NOTICE);
    alone(Notice.IllegalName.class, new ServerLine.NameRefused());
    line(Notice.NameTaken.class, it -> it.askAgain() ? new ServerLine.NameTaken() : NOTICE);
    line(Notice.NameLooksLike.class, it -> notHad(it.then()));
    line(Notice.NameReserved.class, it -> notHad(it.then()));
    line(Notice.NameMixesScripts.class, it -> notHad(it.then()));
    alone(Notice.IllegalNick.class, NOTICE);
    line(Notice.Renamed.class, it -> new ServerLine.YouAre(it.name()));
    line(
        Notice.AskServerPassword.class,
        it -> new ServerLine.PasswordAsked("what is the server's password?", it.again()));
    line(
        Notice.AskPasswordOf.class,
        it ->
            new ServerLine.PasswordAsked(
                it.name() + " is a registered name; what is its password?", it.again()));
    line(
        Notice.WrongPasswordOf.class,
        it -> it.askAgain() ? new ServerLine.PasswordRefused() : NOTICE);
    alone(Notice.NameRegistered.class, NOTICE);
    alone(Notice.NotRegistered.class, NOTICE);
    alone(Notice.NameBanned.class, NOTICE);
    alone(Notice.IllegalCertifiedName.class, NOTICE);
    alone(Notice.CertifiedNameTaken.class, NOTICE);

    // Who is not let in, or has to go.
    alone(Notice.WrongPassword.class, new ServerLine.TurnedAway());
    alone(Notice.TooManyWrong.class, new ServerLine.TurnedAway());
    alone(Notice.Banned.class, new ServerLine.TurnedAway());
    alone(Notice.Kicked.class, new ServerLine.TurnedAway());
    alone(Notice.SessionReplaced.class, new ServerLine.TurnedAway());
    alone(Notice.ServerFull.class, new ServerLine.TurnedAway());
    alone(Notice.TooManyFromAddress.class, new ServerLine.TurnedAway());
    alone(Notice.TooFastFromAddress.class, new ServerLine.TurnedAway());

    // Rooms.
    lines(
        Notice.Rooms.class,
        it ->
            it.rooms().stream().<ServerLine>map(room -> new ServerLine.Room(room.name())).toList());
    line(Notice.Present.class, it -> new ServerLine.Present(it.names()));
    alone(Notice.RoomFull.class, new ServerLine.RoomRefused());
    alone(Notice.RoomLocked.class, new ServerLine.RoomRefused());
    alone(Notice.TooManyRooms.class, new ServerLine.RoomRefused());
    alone(Notice.NotLetIn.class, new ServerLine.RoomRefused());
    alone(Notice.CannotEnter.class, new ServerLine.RoomRefused());
    alone(Notice.RoomLooksLike.class, new ServerLine.RoomRefused());
    alone(Notice.RoomMixesScripts.class, new ServerLine.RoomRefused());
    alone(Notice.IllegalRoom.class, NOTICE);
    alone(Notice.AlreadyHere.class, NOTICE);
    alone(Notice.NoRoom.class, NOTICE);
    alone(Notice.Parted.class, NOTICE);
    alone(Notice.Invited.class, NOTICE);
    alone(Notice.RemovedFromRoom.class, NOTICE);
    line(Notice.Topic.class, it -> it.topic().isEmpty() ? NOTICE : new ServerLine.Topic());
    alone(Notice.TopicTooLong.class, NOTICE);
    alone(Notice.Extensions.class, NOTICE);
    alone(Notice.RoomRestarted.class, NOTICE);
    lines(Notice.History.class, it -> saidOf(it));
    lines(Notice.SearchResult.class, it -> saidOf(it));
    alone(Notice.NoSearch.class, NOTICE);
    alone(Notice.NothingKept.class, NOTICE);
    alone(Notice.HistoryUnavailable.class, NOTICE);
    alone(Notice.NoSuchRoom.class, NOTICE);

    // What is not said, and what is missing.
    alone(Notice.Muted.class, new ServerLine.NotSaid(0));
    alone(Notice.WentWrong.class, new ServerLine.NotSaid(0));
    line(Notice.LineTooLong.class, it -> new ServerLine.NotSaid(it.limit()));
    alone(Notice.Skipped.class, new ServerLine.Skipped());

    // What else the server says to one client.
    line(
        Notice.Whispered.class,
        it -> new ServerLine.Whisper(it.from(), "* " + it.from() + " tells you"));
    line(
        Notice.WhisperedBefore.class,
        it -> {
          String line = said(it).get(0);
          String lead = line.substring(0, line.indexOf(" tells you") + " tells you".length());
          return new ServerLine.Whisper(it.from(), lead);
        });
    for (Class<?> each :
        List.of(
            Notice.WhisperSent.class,
            Notice.NobodyCalled.class,
            Notice.Unmuted.class,
            Notice.Broadcast.class,
            Notice.StoreFails.class,
            Notice.StoreWorksAgain.class,
            Notice.MessageOfTheDay.class,
            Notice.Help.class,
            Notice.UnknownCommand.class,
            Notice.Usage.class,
            Notice.Miswritten.class,
            Notice.Numbers.class,
            Notice.NumbersStay.class,
            Notice.TooSlow.class,
            Notice.TooFast.class,
            Notice.NoName.class,
            Notice.StillThere.class,
            Notice.Idle.class,
            Notice.OtherProtocol.class,
            Notice.ReadNothing.class,
            Notice.SpeaksTls.class,
            Notice.GoingDown.class)) {
      alone(each, NOTICE);
    }

    // What happens in the room.
    lines(RoomEvent.Posted.class, LinePatternTableTest::posts);
    line(RoomEvent.Joined.class, it -> new ServerLine.Joined(it.name()));
    line(RoomEvent.Left.class, it -> new ServerLine.Left(it.name()));
    line(RoomEvent.Renamed.class, it -> new ServerLine.Renamed(it.oldName(), it.newName()));
    line(
        RoomEvent.CrowdChanged.class,
        it -> it.joined() + it.left() + it.renamed() == 0 ? NOTICE : new ServerLine.CrowdChanged());
    alone(RoomEvent.TopicSet.class, NOTICE);
    alone(RoomEvent.PostDeleted.class, NOTICE);
    lines(RoomEvent.EpochChanged.class, it -> List.of());
    alone(RoomEvent.ExtensionDisabled.class, NOTICE);
    alone(RoomEvent.Recovered.class, NOTICE);
    alone(RoomEvent.NotSaid.class, new ServerLine.NotSaid(0));
    alone(RoomEvent.PrivateNotice.class, NOTICE);
    lines(
        RoomEvent.Welcomed.class,
        it -> {
          List<ServerLine> lines = new ArrayList<>();
          lines.add(new ServerLine.Welcome(it.room(), it.others()));
          if (!it.topic().isEmpty()) {
            lines.add(new ServerLine.Topic());
          }
          lines.addAll(past(it.replay()));
          return lines;
        });

    // What comes of what the client has asked for.
    OUTCOMES.stream().flatMap(each -> Cases.leaves(each).stream()).forEach(it -> alone(it, NOTICE));
  }

  private static <T> void lines(Class<T> type, Function<T, List<ServerLine>> meaning) {
    TABLE.put(type, object -> meaning.apply(type.cast(object)));
  }

  private static <T> void line(Class<T> type, Function<T, ServerLine> meaning) {
    lines(type, object -> List.of(meaning.apply(object)));
  }

  /** However it is worded, and in however many lines, it means the same. */
  private static void alone(Class<?> type, ServerLine meaning) {
    TABLE.put(type, object -> said(object).stream().map(line -> meaning).toList());
  }

  /** A name that would be taken for another. */
  private static ServerLine notHad(Notice.Then then) {
    return then == Notice.Then.ASK_AGAIN ? new ServerLine.NameTaken() : NOTICE;
  }

  private static List<ServerLine> posts(RoomEvent.Posted posted) {
    String lead = "[" + posted.author() + "] ";
    return said(posted).stream()
        .<ServerLine>map(
            line -> new ServerLine.Post(posted.author(), line.substring(lead.length())))
        .toList();
  }

  private static List<ServerLine> past(List<RoomEvent.Posted> posts) {
    return posts.stream()
        .flatMap(posted -> said(posted).stream())
        .<ServerLine>map(line -> new ServerLine.Past())
        .toList();
  }

  /** Posts of before, and what the server has to say about where they stand. */
  private static List<ServerLine> saidOf(Notice listing) {
    return said(listing).stream()
        .<ServerLine>map(line -> line.contains(" [eve] ") ? new ServerLine.Past() : NOTICE)
        .toList();
  }

  /** The lines that the server writes, as the client gets them. */
  private static List<String> said(Object object) {
    // Anew for each, as it remembers how posts are to be written.
    var server = new LinesProtocol(8192, true);
    ByteString text =
        object instanceof RoomEvent event
            ? server.format().encode(new Batch(Events.ROOM, List.of(event)))
            : server.encode(
                object instanceof Outcome outcome ? new Notice.Result(outcome) : (Notice) object);
    return text.utf8String().lines().map(SafeLine::of).toList();
  }

  static Stream<Class<?>> wordings() {
    return Stream.concat(Stream.of(Notice.class, RoomEvent.class), OUTCOMES.stream())
        .flatMap(each -> Cases.leaves(each).stream())
        .filter(each -> each != Notice.Result.class);
  }

  @Test
  void hasARowForEverythingThatTheServerSays() {
    assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(wordings().toList());
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void isUnderstoodInEveryWayThatTheServerWordsIt(Class<?> wording) {
    List<Object> samples = Samples.of(wording);
    assertThat(samples).isNotEmpty();
    for (Object each : samples) {
      List<String> lines = said(each);
      assertThat(lines.stream().map(LinePattern::read))
          .as("what is understood of %s, which is said as %s", each, lines)
          .isEqualTo(TABLE.get(wording).apply(each));
    }
  }

  @Test
  void hasNoMeaningThatTheServerNeverSays() {
    Set<Class<?>> understood = new HashSet<>();
    wordings()
        .flatMap(each -> Samples.of(each).stream())
        .flatMap(each -> TABLE.get(each.getClass()).apply(each).stream())
        .forEach(heard -> understood.add(heard.getClass()));
    understood.add(ServerLine.Unknown.class);
    assertThat(understood).containsExactlyInAnyOrder(ServerLine.class.getPermittedSubclasses());
  }

  @Test
  void triesEachWayToWordIt() {
    assertThat(Samples.of(Notice.NameTaken.class))
        .contains(new Notice.NameTaken("bob", true), new Notice.NameTaken("bob", false));
    assertThat(said(new Notice.Rooms(List.of(new Notice.RoomLine("bob", 300, true, true)))))
        .containsExactly("* bob: 300, locked, you among them");
    assertThat(Samples.of(Notice.Rooms.class))
        .contains(new Notice.Rooms(List.of(new Notice.RoomLine("bob", 300, true, true))));
  }
}
