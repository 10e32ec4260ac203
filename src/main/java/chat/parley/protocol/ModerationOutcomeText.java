package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationReply;
import chat.parley.moderation.ModerationReply.ModerationOutcome;
import chat.parley.moderation.SanctionText;
import chat.parley.notation.NotationException;
import chat.parley.store.Sanction;
import chat.parley.store.StoreStats;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes of orders to moderation, a line or more each. */
final class ModerationOutcomeText {
  private static final long MIB = 1 << 20;

  private static final Cases<Void, ModerationReply.Keeping, String> AFTER_IMPOSING =
      Cases.<Void, ModerationReply.Keeping, String>of(ModerationReply.Keeping.class)
          .say(ModerationReply.Kept.class, kept -> "")
          .say(
              ModerationReply.NoStore.class,
              no -> " (until the server ends: it has no parley.store)")
          .say(ModerationReply.NotKept.class, not -> " (until the server ends: " + not.why() + ")")
          .build();

  private static final Cases<Void, ModerationReply.Keeping, String> AFTER_LIFTING =
      Cases.<Void, ModerationReply.Keeping, String>of(ModerationReply.Keeping.class)
          .say(ModerationReply.Kept.class, kept -> "")
          .say(ModerationReply.NoStore.class, no -> "")
          .say(ModerationReply.NotKept.class, not -> "; but after a restart again: " + not.why())
          .build();

  private static final Cases<Void, ModerationOutcome, List<String>> LINES =
      Cases.<Void, ModerationOutcome, List<String>>of(ModerationOutcome.class)
          .say(
              ModerationReply.OperatorsOnly.class,
              it -> List.of("that is for operators; /op PASSWORD makes you one"))
          .say(ModerationReply.AlreadyOperator.class, it -> List.of("you are an operator already"))
          .say(ModerationReply.NoOperators.class, it -> List.of("there are no operators here"))
          .say(
              ModerationReply.OperatorNow.class,
              it -> List.of("you are an operator now; /help operator lists what you can do"))
          .say(
              ModerationReply.WrongOperatorPassword.class,
              it -> List.of("that is not the operators' password"))
          .say(
              ModerationReply.NobodyCalled.class,
              nobody -> List.of("there is nobody called " + nobody.name()))
          .say(
              ModerationReply.CannotKickYourself.class,
              it -> List.of("you cannot kick yourself; /quit leaves"))
          .say(ModerationReply.Disconnected.class, it -> List.of(it.name() + " is disconnected"))
          .say(
              ModerationReply.NeitherNameNorAddress.class,
              it ->
                  List.of(
                      NotationException.quoted(it.target())
                          + " is neither a name nor an address, such as 192.0.2.7, 192.0.2.0/24 or"
                          + " 2001:db8::/32"))
          .say(
              ModerationReply.WouldBanYourself.class,
              it ->
                  List.of("that would ban yourself: you are " + it.name() + " from " + it.origin()))
          .say(ModerationReply.NoName.class, it -> List.of(it.name() + " is no name"))
          .say(ModerationReply.Imposed.class, imposed -> List.of(imposed(imposed)))
          .say(
              ModerationReply.NotImposed.class,
              it ->
                  List.of(
                      it.target()
                          + " is not "
                          + SanctionText.past(it.kind())
                          + "; /bans lists who is"))
          .say(
              ModerationReply.Lifted.class,
              it ->
                  List.of(
                      it.target()
                          + " is not "
                          + SanctionText.past(it.kind())
                          + " any more"
                          + AFTER_LIFTING.apply(null, it.keeping())))
          .say(ModerationReply.InForce.class, all -> inForce(all.sanctions()))
          .say(ModerationReply.SaidToAll.class, said -> List.of("said to " + said.people()))
          .say(
              ModerationReply.NobodyLike.class,
              it -> List.of("there is nobody whose name or address begins with " + it.like()))
          .say(ModerationReply.Sessions.class, ModerationOutcomeText::sessions)
          .say(ModerationReply.Stats.class, ModerationOutcomeText::stats)
          .say(ModerationReply.ConfigurationReloaded.class, reloaded -> reloaded.lines())
          .build();

  private ModerationOutcomeText() {}

  static List<String> of(ModerationOutcome outcome) {
    return LINES.apply(null, outcome);
  }

  private static String imposed(ModerationReply.Imposed imposed) {
    String done =
        imposed.sanctions().stream().map(SanctionText::of).collect(Collectors.joining("; "));
    return done + AFTER_IMPOSING.apply(null, imposed.keeping());
  }

  private static List<String> inForce(List<Sanction> sanctions) {
    if (sanctions.isEmpty()) {
      return List.of("nobody is banned or muted");
    }
    return sanctions.stream()
        .map(
            each ->
                SanctionText.of(each)
                    + ", by "
                    + each.by()
                    + " on "
                    + SanctionText.time(each.since()))
        .toList();
  }

  private static List<String> sessions(ModerationReply.Sessions sessions) {
    Stream<String> rest =
        sessions.more() == 0
            ? Stream.empty()
            : Stream.of(sessions.more() + " more; /sessions NAME or ADDRESS lists those alike");
    return Stream.concat(sessions.sessions().stream().map(ModerationOutcomeText::session), rest)
        .toList();
  }

  private static String session(ModerationReply.SessionLine session) {
    return session.name()
        + (session.operator() ? " (operator)" : "")
        + (session.stats().filter(ModerationReply.SessionRates::registered).isPresent()
            ? " (registered)"
            : "")
        + (session.muted() ? " (muted)" : "")
        + " from "
        + session.origin()
        + " since "
        + SanctionText.time(session.since())
        + session.stats().map(ModerationOutcomeText::rates).orElse(", does not answer");
  }

  private static String rates(ModerationReply.SessionRates rates) {
    return (rates.rooms().isEmpty() ? "" : ", in " + String.join(", ", rates.rooms()))
        + String.format(
            Locale.ROOT,
            ", behind by %d%s, sends %d a second",
            rates.waiting(),
            rates.missed() == 0 ? "" : ", has missed " + rates.missed(),
            rates.perSecond());
  }

  private static String store(StoreStats store) {
    String lost = store.lostPosts() == 0 ? "" : "; posts lost: " + store.lostPosts();
    return store.isFailing()
        ? "posts that wait to be kept: "
            + store.unsavedPosts()
            + " ("
            + store.unsavedBytes() / 1024
            + " KiB), as "
            + store.trouble()
            + lost
        : "posts that wait to be kept: 0" + lost;
  }

  private static List<String> stats(ModerationReply.Stats stats) {
    Duration up = stats.up();
    ModerationReply.Memory memory = stats.memory();
    return List.of(
        "up since "
            + SanctionText.time(stats.since())
            + String.format(
                Locale.ROOT,
                ", %d d %02d:%02d h",
                up.toDays(),
                up.toHoursPart(),
                up.toMinutesPart()),
        String.format(
            Locale.ROOT,
            "connections: %d; people with a name: %d; rooms: %d",
            stats.connections(),
            stats.people(),
            stats.rooms()),
        "registered names: " + stats.registeredNames() + "; bans and mutes: " + stats.sanctions(),
        store(stats.store()),
        String.format(
            Locale.ROOT,
            "heap %d MiB of at most %d, direct memory %d MiB, %d threads, Java %s",
            memory.heapUsed() / MIB,
            memory.heapMax() / MIB,
            memory.direct() / MIB,
            memory.threads(),
            System.getProperty("java.version")));
  }
}
