package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.StoreReply;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RegistrationLimitsTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final NameReply TOO_MANY = new NameReply.TooManyRegistrations();

  private final RegistrationDesk desk = new RegistrationDesk(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void boundsHowManyAreRegisteredFromOneAddressADay() {
    for (int i = 0; i < RegistrationDesk.PER_ADDRESS; i++) {
      desk.registered("n" + i, "10.0.0.1");
    }
    RegistrationDesk.Holder more = desk.holder("more", "10.0.0.1").wantsToRegister("x");
    more.isTold(TOO_MANY);
    desk.registered("other", "10.0.0.2");
    desk.clock.passes(Duration.ofHours(24).plusMillis(1));
    more.registers(RegistrationDesk.ONE, new NameReply.Registered("more"));
  }

  @Test
  void countsThemAlsoWhenAllAreAskedForAtTheSameTime() {
    List<RegistrationDesk.Holder> holders = new ArrayList<>();
    for (int i = 0; i < RegistrationDesk.PER_ADDRESS; i++) {
      holders.add(desk.holder("n" + i, "10.0.0.1").wantsToRegister("x"));
    }
    RegistrationDesk.Holder more = desk.holder("more", "10.0.0.1").wantsToRegister("x");
    more.isTold(TOO_MANY);
    desk.hashed(null);
    holders.get(0).isTold(new NameReply.NotRegisteredNow("n0"));
    desk.hashed(RegistrationDesk.ONE);
    desk.kept(new StoreReply.NotKept("full"));
    holders.get(1).isTold(new NameReply.CannotBeKept("n1"));
    more.wantsToRegister("x");
    holders.get(0).wantsToRegister("x");
    assertThat(desk.isUnderWay("more")).isTrue();
    assertThat(desk.isUnderWay("n0")).isTrue();
    holders.get(1).wantsToRegister("x").isTold(TOO_MANY);
  }

  @Test
  void countsNotWhatIsRegisteredWhereStrangersShareAnAddress() {
    for (int i = 0; i <= RegistrationDesk.PER_ADDRESS; i++) {
      desk.registered("n" + i, "10.9.0.1");
    }
    assertThat(desk.counted()).isEqualTo(RegistrationDesk.PER_ADDRESS + 1);
  }

  @Test
  void boundsHowManyThereAreInAllAlsoWhenAllAreAskedForAtTheSameTime() {
    RegistrationDesk.Holder first = desk.registered("n1", "10.0.0.1");
    for (int i = 2; i <= RegistrationDesk.IN_ALL; i++) {
      desk.holder("n" + i, "10.0.0." + i).wantsToRegister("x");
    }
    desk.holder("more", "10.0.0.9").wantsToRegister("x").isTold(TOO_MANY);
    first.wantsToRegister("another");
    assertThat(desk.isUnderWay("n1")).isTrue();
  }
}
