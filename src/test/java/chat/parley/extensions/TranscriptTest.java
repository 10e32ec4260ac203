package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.testkit.FakeRoom;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.CapturedLogEvent;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

class TranscriptTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:03:04Z");

  @TempDir private Path temporary;

  private final Transcript extension = new Transcript(Clock.fixed(NOW, ZoneOffset.UTC));

  private Path folder() {
    return temporary.resolve("logs");
  }

  private BehaviorTestKit<RoomEvent> transcript(String zone) {
    Config settings =
        extension
            .defaults()
            .withValue("zone", ConfigValueFactory.fromAnyRef(zone))
            .withValue("folder", ConfigValueFactory.fromAnyRef(folder().toString()));
    extension.check(settings);
    return BehaviorTestKit.create(extension.member(settings, new FakeRoom("lobby")));
  }

  private static RoomEvent.Posted posted(String time, String text) {
    return Events.posted(1, Instant.parse(time), "alice", new Content.Text(text));
  }

  private List<String> lines(String day) throws IOException {
    return Files.readAllLines(folder().resolve("lobby-" + day + ".log"));
  }

  @Test
  void writesDownWhatHappensAsSoonAsItHappens() throws IOException {
    var transcript = transcript("UTC");
    transcript.run(new RoomEvent.Welcomed("lobby", "", List.of(), 0, List.of()));
    transcript.run(Events.joined("alice"));
    transcript.run(posted("2026-11-23T12:03:05Z", "héllo"));
    assertThat(lines("2026-11-23"))
        .containsExactly("12:03:04 * alice has joined", "12:03:05 [alice] héllo");
    transcript.run(Events.posted(1, NOW, "alice", new Content.Action("waves")));
    transcript.run(Events.topicSet("alice", "cats"));
    transcript.run(Events.renamed("alice", "anna"));
    transcript.run(new RoomEvent.ExtensionDisabled(Events.ROOM, "dice"));
    transcript.run(new RoomEvent.Recovered(Events.ROOM));
    transcript.run(Events.left("anna"));
    assertThat(lines("2026-11-23"))
        .endsWith(
            "12:03:04 [alice] * waves",
            "12:03:04 * alice set the topic: cats",
            "12:03:04 * alice is now called anna",
            "12:03:04 * dice has failed too often and is put aside",
            "12:03:04 * something went wrong here just now; the room goes on",
            "12:03:04 * anna has left");
  }

  @Test
  void leavesOutWhatIsForOneAlone() throws IOException {
    var transcript = transcript("UTC");
    transcript.run(new RoomEvent.NotSaid(Events.ROOM, "mind your words"));
    transcript.run(new RoomEvent.PrivateNotice(Events.ROOM, "psst"));
    transcript.run(Events.joined("bob"));
    assertThat(lines("2026-11-23")).containsExactly("12:03:04 * bob has joined");
  }

  @Test
  void leavesOutBytesWithNothingToSee() throws IOException {
    var transcript = transcript("UTC");
    var nothing = new Content.Bytes(ByteString.emptyByteString(), ByteString.fromString("\n \n"));
    transcript.run(Events.posted(1, NOW, "guest1", nothing));
    transcript.run(posted("2026-11-23T12:03:05Z", "hi"));
    assertThat(lines("2026-11-23")).containsExactly("12:03:05 [alice] hi");
  }

  @Test
  void beginsANewFileAtMidnightOfItsZone() throws IOException {
    var transcript = transcript("Asia/Shanghai");
    transcript.run(posted("2026-11-23T15:59:59Z", "good night"));
    transcript.run(posted("2026-11-23T16:00:00Z", "good morning"));
    assertThat(lines("2026-11-23")).containsExactly("23:59:59 [alice] good night");
    assertThat(lines("2026-11-24")).containsExactly("00:00:00 [alice] good morning");
  }

  @Test
  void goesOnWhereItWasBeforeARestart() throws IOException {
    transcript("UTC").run(posted("2026-11-23T12:00:00Z", "before"));
    transcript("UTC").run(posted("2026-11-23T12:00:01Z", "after"));
    assertThat(lines("2026-11-23"))
        .containsExactly("12:00:00 [alice] before", "12:00:01 [alice] after");
  }

  @Test
  void saysOnceThatItCannotWriteAndGoesOnWhenItCan() throws IOException {
    var transcript = transcript("UTC");
    Files.writeString(folder(), "a file is where the folder should be");
    transcript.run(posted("2026-11-23T12:00:00Z", "lost"));
    transcript.run(posted("2026-11-23T12:00:01Z", "lost"));
    assertThat(transcript.getAllLogEntries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.level()).isEqualTo(Level.ERROR);
              assertThat(entry.message())
                  .startsWith("the transcript of lobby cannot be written")
                  .endsWith(
                      " into "
                          + folder()
                          + ", and is not until it can: "
                          + folder()
                          + " is no folder");
            });

    Files.delete(folder());
    transcript.clearLog();
    transcript.run(posted("2026-11-23T12:00:02Z", "found"));
    transcript.run(posted("2026-11-23T12:00:03Z", "and on"));
    assertThat(lines("2026-11-23"))
        .containsExactly(
            "12:00:02 -- 2 lines are missing", "12:00:02 [alice] found", "12:00:03 [alice] and on");
    assertThat(transcript.getAllLogEntries())
        .extracting(CapturedLogEvent::message)
        .containsExactly("the transcript of lobby can be written again; 2 lines are missing");
  }

  @Test
  void doesNotCallAFolderMissingInWhichNothingCanBeMade() {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "/proc is needed");
    Config settings =
        ConfigFactory.parseString("folder = /proc/x").withFallback(extension.defaults());
    var transcript = BehaviorTestKit.create(extension.member(settings, new FakeRoom("lobby")));
    transcript.run(posted("2026-11-23T12:00:00Z", "lost"));
    assertThat(transcript.getAllLogEntries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.message())
                    .matches(".* can: (permission denied|nothing can be made in /proc)"));
  }

  @Test
  void doesNotTakeSettingsThatMakeNoSense() {
    for (String wrong : List.of("folder = \" \"", "zone = Nowhere", "folder = \"a\\u0000b\"")) {
      Config settings = ConfigFactory.parseString(wrong).withFallback(extension.defaults());
      assertThatThrownBy(() -> extension.check(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(" must ");
    }
  }
}
