package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import chat.parley.transport.Frame;
import chat.parley.transport.Framing;
import chat.parley.transport.Hostile;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Nobody can write a line that looks like somebody else's or like the server's. */
class ForgedLinesTest {
  /** Wherever any program might begin a new line, not only where {@code \n} is. */
  private static final Pattern ANY_LINE_END = Pattern.compile("\\R|[\\x1c-\\x1e]");

  private static final Pattern REARRANGES = Pattern.compile("[\\u202A-\\u202E\\u206A-\\u206F]");

  /** Text in whose isolates there are no others. */
  private static final Pattern ISOLATE =
      Pattern.compile("[\\u2066-\\u2068][^\\u2066-\\u2069]*\\u2069");

  private final LinesProtocol lines = new LinesProtocol(64, true);

  @RepeatedTest(300)
  void beginsEachLineThatARawClientSendsWithItsName(RepetitionInfo seed) {
    assertNoneForged(Framing.chunks(), new RawProtocol(), new Random(seed.getCurrentRepetition()));
  }

  @RepeatedTest(300)
  void beginsEachLineThatAPersonSendsWithItsName(RepetitionInfo seed) {
    assertNoneForged(Framing.lines(64), lines, new Random(seed.getCurrentRepetition()));
  }

  private void assertNoneForged(Framing framing, Protocol from, Random random) {
    var decoder = framing.decoder();
    for (ByteString chunk : Hostile.chunks(Hostile.bytes(random, 400), 1 + random.nextInt(90))) {
      for (Frame frame : decoder.split(chunk)) {
        if (from.request(frame) instanceof Request.Say say) {
          var post = Events.posted(1, Instant.EPOCH, "guest7", say.content());
          assertThat(linesOf(lines.format().encode(new Batch(Events.ROOM, List.of(post)))))
              .allMatch(line -> line.startsWith("[guest7] "))
              .allMatch(line -> staysWhereItStands(line));
          var page = new HistoryPage(List.of(post), true, false);
          var query = new HistoryQuery.Since(new HistoryQuery.AtNumber(1), 1);
          var history = new Notice.History(Events.ROOM, true, query, page, Set.of());
          assertThat(linesOf(lines.encode(history)))
              .allMatch(line -> line.matches("\\* [-0-9]{10} [:0-9]{8} \\[guest7\\] .*"));
        }
      }
    }
  }

  /** Whether what stands before and after {@code line} is shown where it would be without it. */
  private static boolean staysWhereItStands(String line) {
    String outside = line;
    for (String before = ""; !before.equals(outside); ) {
      before = outside;
      outside = ISOLATE.matcher(outside).replaceAll("");
    }
    return !REARRANGES.matcher(line).find() && outside.matches("[^\\u2066-\\u2069]*");
  }

  private static List<String> linesOf(ByteString encoded) {
    // A post that ends within a character is not to be seen yet.
    return encoded.isEmpty()
        ? List.of()
        : ANY_LINE_END.splitAsStream(encoded.utf8String()).toList();
  }
}
