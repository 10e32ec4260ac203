package chat.parley.moderation;

import chat.parley.names.Names;
import chat.parley.notation.IpText;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** What operators may ask to know. */
final class OperatorReports {
  /** How many sessions are listed at once. */
  static final int MAX_LISTED = 50;

  private final ActorContext<ModerationCommand> context;
  private final Visitors visitors;
  private final Sanctions sanctions;
  private final ServerCounts counts;
  private final StoreWatch storeWatch;
  private final Clock clock;

  OperatorReports(
      ActorContext<ModerationCommand> context,
      Visitors visitors,
      Sanctions sanctions,
      ServerCounts counts,
      StoreWatch storeWatch,
      Clock clock) {
    this.context = context;
    this.visitors = visitors;
    this.sanctions = sanctions;
    this.counts = counts;
    this.storeWatch = storeWatch;
    this.clock = clock;
  }

  /** Lists those whose name or address begins with {@code like}, when they have answered. */
  void sessions(String like, Visitor by) {
    String start = Names.key(like);
    Optional<InetAddress> address = IpText.parse(like);
    List<Visitor> matching =
        visitors.all().stream()
            .filter(
                each ->
                    each.key().startsWith(start)
                        || IpText.of(each.origin().host()).startsWith(like)
                        || address.filter(each.origin().host()::equals).isPresent())
            .sorted(Comparator.comparing(Visitor::name))
            .toList();
    if (matching.isEmpty()) {
      by.tell(new ModerationReply.NobodyLike(like));
      return;
    }
    List<Visitor> listed = matching.stream().limit(MAX_LISTED).toList();
    context.spawnAnonymous(
        SessionStatsCollector.create(listed, matching.size() - listed.size(), by));
  }

  /** How the server is. */
  ModerationReply.Stats stats() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    Duration up = Duration.ofMillis(clock.millis() - runtime.getStartTime());
    return new ModerationReply.Stats(
        clock.instant().minus(up),
        up,
        counts.connections().getAsInt(),
        visitors.all().size(),
        counts.rooms().getAsInt(),
        counts.registeredNames().getAsInt(),
        sanctions.all().size(),
        storeWatch.latest(),
        memory());
  }

  private static ModerationReply.Memory memory() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return new ModerationReply.Memory(
        heap.getUsed(),
        heap.getMax(),
        direct,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
