package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.AddressRange;
import chat.parley.store.Sanction;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BanOrdersTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final Optional<Duration> EVER = TestModeration.EVER;

  private final TestModeration moderation = new TestModeration(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private ModerationClient olga() {
    return moderation.operator("10.0.0.1");
  }

  private Sanction ban(
      String target, Optional<String> nameKey, String addresses, Optional<Instant> until) {
    return new Sanction(
        Sanction.Kind.BAN,
        target,
        nameKey,
        AddressRange.parse(addresses),
        moderation.clock.instant(),
        until,
        "olga",
        "spam");
  }

  private static ModerationReply imposed(Sanction... sanctions) {
    return new ModerationReply.Imposed(List.of(sanctions), new ModerationReply.Kept());
  }

  @Test
  void disconnectWhomTheyMeetAndKeepThemOut() {
    ModerationClient olga = olga();
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    ModerationClient carol = moderation.enters("carol", "10.0.0.8");
    assertThat(olga.bans("BOB", EVER, "spam"))
        .isEqualTo(imposed(ban("BOB", Optional.of("bob"), "10.0.0.9", Optional.empty())));
    bob.isTold(new ModerationReply.NowBanned(Optional.empty(), "spam"));
    carol.isToldNothing();
    ModerationReply banned = new ModerationReply.Banned(Optional.empty(), "spam");
    ModerationClient again = moderation.client("10.0.0.9");
    again.enters("robert");
    again.isTold(banned);
    ModerationClient elsewhere = moderation.client("10.0.0.7");
    elsewhere.enters("bob");
    elsewhere.isTold(banned);
    carol.enters("bob");
    carol.isTold(banned);
  }

  @Test
  void areOverWhenTheyAreLifted() {
    ModerationClient olga = olga();
    olga.bans("bob", EVER, "");
    assertThat(olga.orders(by -> new ModerationCommand.Unban(by, "Bob")))
        .isEqualTo(
            new ModerationReply.Lifted(Sanction.Kind.BAN, "bob", new ModerationReply.Kept()));
    moderation.enters("bob", "10.0.0.9");
    assertThat(olga.orders(by -> new ModerationCommand.Unban(by, "Bob")))
        .isEqualTo(new ModerationReply.NotImposed(Sanction.Kind.BAN, "Bob"));
    assertThat(olga.orders(by -> new ModerationCommand.Unban(by, "10.0.0.256")))
        .isEqualTo(new ModerationReply.NeitherNameNorAddress("10.0.0.256"));
  }

  @Test
  void keepTheAddressOfANameThatIsGivenAgain() {
    ModerationClient olga = olga();
    ModerationClient here = moderation.enters("mallory", "10.0.0.9");
    Optional<String> mallory = Optional.of("mallory");
    assertThat(olga.bans("mallory", EVER, "spam"))
        .isEqualTo(imposed(ban("mallory", mallory, "10.0.0.9", Optional.empty())));
    here.quits();
    Instant later = moderation.clock.instant().plus(Duration.ofHours(1));
    assertThat(olga.bans("mallory", Optional.of(Duration.ofHours(1)), "spam"))
        .isEqualTo(imposed(ban("mallory", mallory, "10.0.0.9", Optional.of(later))));
    ModerationClient other = moderation.client("10.0.0.9");
    other.enters("mallory2");
    other.isTold(new ModerationReply.Banned(Optional.of(later), "spam"));
  }

  @Test
  void goForNamesAloneWhereStrangersShareAnAddress() {
    ModerationClient olga = olga();
    ModerationClient bob = moderation.enters("bob", "10.9.0.9");
    assertThat(olga.bans("bob", EVER, "spam"))
        .isEqualTo(imposed(ban("bob", Optional.of("bob"), "", Optional.empty())));
    bob.isTold(new ModerationReply.NowBanned(Optional.empty(), "spam"));
    moderation.enters("robert", "10.9.0.9");
  }

  @Test
  void doNotMeetWhoOrdersThem() {
    ModerationClient olga = olga();
    ModerationReply refused = new ModerationReply.WouldBanYourself("olga", olga.origin);
    assertThat(olga.bans("10.0.0.0/29", EVER, "no")).isEqualTo(refused);
    assertThat(olga.bans("OLGA", EVER, "no")).isEqualTo(refused);
    assertThat(olga.bans("not/a/name", EVER, "no"))
        .isEqualTo(new ModerationReply.NeitherNameNorAddress("not/a/name"));
    assertThat(olga.orders(ModerationCommand.ListBans::new))
        .isEqualTo(new ModerationReply.InForce(List.of()));
  }

  @Test
  void goForIpv6NetworksInTheirShortForm() {
    ModerationClient olga = moderation.operator("2001:db8:0:0:1:0:0:1");
    moderation.enters("bob", "2001:db8:5:0:0:0:0:9");
    assertThat(olga.bans("2001:DB8::/64", EVER, ""))
        .isEqualTo(new ModerationReply.WouldBanYourself("olga", olga.origin));
    Sanction bob = ban("bob", Optional.of("bob"), "2001:db8:5::/64", Optional.empty());
    assertThat(olga.bans("bob", EVER, "spam")).isEqualTo(imposed(bob));
    Sanction range = ban("2001:db8:9::/48", Optional.empty(), "2001:db8:9::/48", Optional.empty());
    assertThat(olga.bans("2001:0db8:0009::/48", EVER, "spam")).isEqualTo(imposed(range));
    assertThat(olga.orders(ModerationCommand.ListBans::new))
        .isEqualTo(new ModerationReply.InForce(List.of(bob, range)));
    assertThat(olga.orders(by -> new ModerationCommand.Unban(by, "2001:DB8:9:0::/48")))
        .isEqualTo(
            new ModerationReply.Lifted(
                Sanction.Kind.BAN, "2001:db8:9::/48", new ModerationReply.Kept()));
  }

  private ModerationReply imposedOnBob(ModerationReply.Keeping keeping) {
    Sanction onBob = ban("bob", Optional.of("bob"), "", Optional.empty());
    return new ModerationReply.Imposed(List.of(onBob), keeping);
  }

  @Test
  void endWithAServerThatKeepsNothing() {
    ModerationClient olga = olga();
    moderation.configure(Optional.of(TestModeration.PASSWORD), false);
    assertThat(olga.bans("bob", EVER, "spam"))
        .isEqualTo(imposedOnBob(new ModerationReply.NoStore()));
    assertThat(olga.orders(by -> new ModerationCommand.Unban(by, "bob")))
        .isEqualTo(
            new ModerationReply.Lifted(Sanction.Kind.BAN, "bob", new ModerationReply.Kept()));
  }

  @Test
  void areInForceAlsoWhenTheyCannotBeKept() {
    TestProbe<StoreCommand> store = kit.createTestProbe(StoreCommand.class);
    TestModeration unkept = new TestModeration(kit, store.ref(), List.of());
    store.expectMessageClass(StoreCommand.Watch.class);
    ModerationClient olga = unkept.operator("10.0.0.1");
    ModerationReply.NotKept notKept = new ModerationReply.NotKept("the disk is full");
    olga.tells(new ModerationCommand.Ban(olga.id(), "bob", EVER, "spam"));
    StoreCommand.Keep keep = store.expectMessageClass(StoreCommand.Keep.class);
    keep.replyTo().tell(new StoreReply.NotKept(notKept.why()));
    olga.isTold(imposedOnBob(notKept));
    ModerationClient bob = unkept.client("10.0.0.9");
    bob.enters("bob");
    bob.isTold(new ModerationReply.Banned(Optional.empty(), "spam"));
    olga.tells(new ModerationCommand.Unban(olga.id(), "bob"));
    StoreCommand.Forget forget = store.expectMessageClass(StoreCommand.Forget.class);
    assertThat(forget.id()).isEqualTo(keep.item().id());
    forget.replyTo().tell(new StoreReply.NotKept(notKept.why()));
    olga.isTold(new ModerationReply.Lifted(Sanction.Kind.BAN, "bob", notKept));
  }

  @Test
  void outliveTheServer() {
    Sanction kept = ban("bob", Optional.of("bob"), "10.0.0.9", Optional.empty());
    TestProbe<StoreCommand> store = kit.createTestProbe(StoreCommand.class);
    ModerationClient bob = new TestModeration(kit, store.ref(), List.of(kept)).client("10.0.0.9");
    bob.enters("robert");
    bob.isTold(new ModerationReply.Banned(Optional.empty(), "spam"));
  }
}
