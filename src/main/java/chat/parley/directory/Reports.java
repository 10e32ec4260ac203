package chat.parley.directory;

import chat.parley.names.Names;
import chat.parley.notation.IpText;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** What operators may ask to know, and have read again. */
final class Reports {
  /** How many sessions are listed at once. */
  static final int MAX_LISTED = 50;

  private static final Duration RELOAD_WITHIN = Duration.ofMinutes(1);

  private final ActorContext<Directory.Command> context;
  private final Users people;
  private final OpenRooms rooms;
  private final Supplier<String> kept;
  private final Audit audit;
  private final IntSupplier connections;
  private final ActorRef<Directory.ReloadSettings> reloader;
  private final Clock clock;

  /**
   * @param kept says in a line what of the store there is
   * @param connections how many there are, with a name or without
   * @param reloader reads the configuration again
   */
  Reports(
      ActorContext<Directory.Command> context,
      Users people,
      OpenRooms rooms,
      Supplier<String> kept,
      Audit audit,
      IntSupplier connections,
      ActorRef<Directory.ReloadSettings> reloader,
      Clock clock) {
    this.context = context;
    this.people = people;
    this.rooms = rooms;
    this.kept = kept;
    this.audit = audit;
    this.connections = connections;
    this.reloader = reloader;
    this.clock = clock;
  }

  void sessions(String like, User by) {
    String start = Names.key(like);
    Optional<InetAddress> address = IpText.parse(like);
    List<User> matching =
        people.all().stream()
            .filter(
                each ->
                    each.key().startsWith(start)
                        || IpText.of(each.origin().host()).startsWith(like)
                        || address.filter(each.origin().host()::equals).isPresent())
            .sorted(Comparator.comparing(User::name))
            .toList();
    if (matching.isEmpty()) {
      by.answer("there is nobody whose name or address begins with " + like);
      return;
    }
    List<SessionStatsCollector.Subject> listed =
        matching.stream()
            .limit(MAX_LISTED)
            .map(
                each ->
                    new SessionStatsCollector.Subject(
                        each.session(), each.address(), description(each)))
            .toList();
    int more = matching.size() - listed.size();
    String rest = more == 0 ? "" : more + " more; /sessions NAME or ADDRESS lists those alike";
    context.spawnAnonymous(SessionStatsCollector.create(listed, rest, by.address()));
  }

  private static String description(User user) {
    return user.name()
        + (user.isOperator() ? " (operator)" : "")
        + (user.isRegistered() ? " (registered)" : "")
        + (user.mute() == null ? "" : " (muted)")
        + " from "
        + user.origin()
        + " since "
        + SanctionText.time(user.since())
        + (user.room() == null ? "" : ", in " + user.room().name());
  }

  void stats(User by) {
    var runtime = ManagementFactory.getRuntimeMXBean();
    long mib = 1 << 20;
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    Duration up = Duration.ofMillis(clock.millis() - runtime.getStartTime());
    by.answer(
        "up since "
            + SanctionText.time(clock.instant().minus(up))
            + String.format(
                Locale.ROOT,
                ", %d d %02d:%02d h",
                up.toDays(),
                up.toHoursPart(),
                up.toMinutesPart()),
        String.format(
            Locale.ROOT,
            "connections: %d; people with a name: %d; rooms: %d",
            connections.getAsInt(),
            people.all().size(),
            rooms.all().size()),
        kept.get(),
        String.format(
            Locale.ROOT,
            "heap %d MiB of at most %d, direct memory %d MiB, %d threads, Java %s",
            heap.getUsed() / mib,
            heap.getMax() / mib,
            direct / mib,
            ManagementFactory.getThreadMXBean().getThreadCount(),
            System.getProperty("java.version")));
  }

  void reload(User by) {
    Function<ActorRef<Directory.Reloaded>, Directory.ReloadSettings> question =
        Directory.ReloadSettings::new;
    context.ask(
        Directory.Reloaded.class,
        reloader,
        RELOAD_WITHIN,
        question::apply,
        (reloaded, failure) ->
            new Directory.Answered(
                () -> {
                  List<String> lines =
                      failure == null
                          ? reloaded.lines()
                          : List.of("the configuration could not be read again in time");
                  audit.log(by, "reload: " + String.join("; ", lines));
                  by.answer(lines.toArray(String[]::new));
                }));
  }
}
