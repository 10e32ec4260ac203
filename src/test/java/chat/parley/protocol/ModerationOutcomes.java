package chat.parley.protocol;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.access.AddressRange;
import chat.parley.access.Origin;
import chat.parley.moderation.ModerationReply;
import chat.parley.store.Sanction;
import chat.parley.store.StoreStats;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What outcomes of orders to moderation read like. */
final class ModerationOutcomes {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Optional<Instant> ONE = Optional.of(NOON.plusSeconds(3600));
  private static final ModerationReply.Keeping KEPT = new ModerationReply.Kept();

  private ModerationOutcomes() {}

  static Stream<Arguments> all() {
    return Stream.of(ofOperators(), ofSanctions(), ofReports()).flatMap(each -> each);
  }

  private static Stream<Arguments> ofOperators() {
    return Stream.of(
        arguments(
            new ModerationReply.OperatorsOnly(),
            "that is for operators; /op PASSWORD makes you one"),
        arguments(new ModerationReply.AlreadyOperator(), "you are an operator already"),
        arguments(new ModerationReply.NoOperators(), "there are no operators here"),
        arguments(
            new ModerationReply.OperatorNow(),
            "you are an operator now; /help operator lists what you can do"),
        arguments(
            new ModerationReply.WrongOperatorPassword(), "that is not the operators' password"),
        arguments(new ModerationReply.NobodyCalled("bob"), "there is nobody called bob"),
        arguments(
            new ModerationReply.CannotKickYourself(), "you cannot kick yourself; /quit leaves"),
        arguments(new ModerationReply.Disconnected("bob"), "bob is disconnected"),
        arguments(new ModerationReply.SaidToAll(2), "said to 2"),
        arguments(new ModerationReply.ConfigurationReloaded(List.of("one", "two")), "one\ntwo"));
  }

  private static Stream<Arguments> ofSanctions() {
    Sanction onName = sanction(Sanction.Kind.BAN, "bob", "", Optional.empty(), "");
    Sanction onBoth = sanction(Sanction.Kind.MUTE, "bob", "2001:db8:5::/64", ONE, "");
    Sanction onAddress = sanction(Sanction.Kind.BAN, "", "10.0.0.9", ONE, "spam");
    return Stream.of(
        arguments(
            new ModerationReply.NeitherNameNorAddress("a/b"),
            "\"a/b\" is neither a name nor an address, such as 192.0.2.7, 192.0.2.0/24 or"
                + " 2001:db8::/32"),
        arguments(
            new ModerationReply.WouldBanYourself("olga", origin("2001:db8:0:0:1:0:0:1")),
            "that would ban yourself: you are olga from lines [2001:db8::1:0:0:1]:1"),
        arguments(new ModerationReply.NoName("a b"), "a b is no name"),
        arguments(new ModerationReply.Imposed(List.of(onName), KEPT), "bob is banned"),
        arguments(
            new ModerationReply.Imposed(List.of(onBoth), KEPT),
            "bob and 2001:db8:5::/64 are muted until 2026-03-01 13:00 UTC"),
        arguments(
            new ModerationReply.Imposed(List.of(onName, onAddress), new ModerationReply.NoStore()),
            "bob is banned; 10.0.0.9/32 is banned until 2026-03-01 13:00 UTC: spam"
                + " (until the server ends: it has no parley.store)"),
        arguments(
            new ModerationReply.Imposed(
                List.of(onName), new ModerationReply.NotKept("the disk is full")),
            "bob is banned (until the server ends: the disk is full)"),
        arguments(
            new ModerationReply.NotImposed(Sanction.Kind.BAN, "10.0.0.9"),
            "10.0.0.9 is not banned; /bans lists who is"),
        arguments(
            new ModerationReply.NotImposed(Sanction.Kind.MUTE, "bob"),
            "bob is not muted; /bans lists who is"),
        arguments(
            new ModerationReply.Lifted(Sanction.Kind.MUTE, "bob", KEPT),
            "bob is not muted any more"),
        arguments(
            new ModerationReply.Lifted(Sanction.Kind.BAN, "bob", new ModerationReply.NoStore()),
            "bob is not banned any more"),
        arguments(
            new ModerationReply.Lifted(
                Sanction.Kind.BAN, "bob", new ModerationReply.NotKept("the disk is full")),
            "bob is not banned any more; but after a restart again: the disk is full"),
        arguments(new ModerationReply.InForce(List.of()), "nobody is banned or muted"),
        arguments(
            new ModerationReply.InForce(List.of(onAddress, onBoth)),
            "10.0.0.9/32 is banned until 2026-03-01 13:00 UTC: spam, by olga on 2026-03-01"
                + " 12:00 UTC\n"
                + "bob and 2001:db8:5::/64 are muted until 2026-03-01 13:00 UTC, by olga on"
                + " 2026-03-01 12:00 UTC"));
  }

  private static Sanction sanction(
      Sanction.Kind kind, String name, String address, Optional<Instant> until, String why) {
    Optional<AddressRange> range = AddressRange.parse(address);
    return new Sanction(
        kind,
        name.isEmpty() ? range.orElseThrow().toString() : name,
        name.isEmpty() ? Optional.empty() : Optional.of(name),
        range,
        NOON,
        until,
        "olga",
        why);
  }

  private static Stream<Arguments> ofReports() {
    var rates = new ModerationReply.SessionRates(true, List.of("lobby", "den"), 3, 2, 50);
    var quiet = new ModerationReply.SessionRates(false, List.of(), 0, 0, 0);
    return Stream.of(
        arguments(
            new ModerationReply.NobodyLike("xyz"),
            "there is nobody whose name or address begins with xyz"),
        arguments(
            new ModerationReply.Sessions(List.of(session(true, true, Optional.of(rates))), 0),
            "bob (operator) (registered) (muted) from lines [2001:db8:5::9]:1 since 2026-03-01"
                + " 12:00 UTC, in lobby, den, behind by 3, has missed 2, sends 50 a second"),
        arguments(
            new ModerationReply.Sessions(
                List.of(
                    session(false, false, Optional.of(quiet)),
                    session(false, false, Optional.empty())),
                7),
            "bob from lines [2001:db8:5::9]:1 since 2026-03-01 12:00 UTC, behind by 0, sends 0"
                + " a second\n"
                + "bob from lines [2001:db8:5::9]:1 since 2026-03-01 12:00 UTC, does not"
                + " answer\n"
                + "7 more; /sessions NAME or ADDRESS lists those alike"),
        arguments(
            new ModerationReply.Stats(
                NOON,
                Duration.ofHours(50).plusMinutes(7),
                9,
                8,
                7,
                6,
                5,
                new StoreStats("the store x cannot be written: full", 3, 5000, 2),
                new ModerationReply.Memory(4L << 20, 3L << 20, 2L << 20, 1)),
            "up since 2026-03-01 12:00 UTC, 2 d 02:07 h\n"
                + "connections: 9; people with a name: 8; rooms: 7\n"
                + "registered names: 6; bans and mutes: 5\n"
                + "posts that wait to be kept: 3 (4 KiB), as the store x cannot be written: full;"
                + " posts lost: 2\n"
                + "heap 4 MiB of at most 3, direct memory 2 MiB, 1 threads, Java "
                + System.getProperty("java.version")));
  }

  private static ModerationReply.SessionLine session(
      boolean operator, boolean muted, Optional<ModerationReply.SessionRates> rates) {
    return new ModerationReply.SessionLine(
        "bob", operator, muted, origin("2001:db8:5:0:0:0:0:9"), NOON, rates);
  }

  private static Origin origin(String address) {
    try {
      return new Origin("lines", new InetSocketAddress(InetAddress.getByName(address), 1));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
