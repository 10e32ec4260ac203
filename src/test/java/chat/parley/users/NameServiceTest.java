package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Passwords;
import chat.parley.moderation.TestBans;
import com.typesafe.config.ConfigFactory;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameServiceTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestNameService service = new TestNameService(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private NameClient client() {
    return service.client("127.0.0.1");
  }

  private NameClient named(String name) {
    return service.named(name, "127.0.0.1");
  }

  @Test
  void refusesATakenNameWithoutRegardToCase() {
    named("Straße");
    NameClient other = client();
    assertThat(other.claims("STRASSE")).isEqualTo(new NameReply.NameTaken("STRASSE"));
    other.isNamed(other.claims("Gasse"), "Gasse", false);
  }

  @Test
  void givesNobodyTheNameOfAnExtension() {
    assertThat(client().claims("Dice")).isEqualTo(new NameReply.NameTaken("Dice"));
    assertThat(named("dicey").renames("dice")).isEqualTo(new NameReply.NameTaken("dice"));
  }

  @ParameterizedTest
  @CsvSource({"Admin,admin", "adrnin,admin"})
  void givesReservedNamesToOperatorsOnly(String name, String reserved) {
    NameReply refused = new NameReply.NameReserved(name, reserved);
    assertThat(client().claims(name)).isEqualTo(refused);
    NameClient olga = named("olga");
    assertThat(olga.renames(name)).isEqualTo(refused);
    olga.isNamed(olga.renamesAsOperator(name), name, false);
  }

  @Test
  void givesNobodyANameThatReadsLikeAnother() {
    NameClient bob = named("bob");
    assertThat(client().claims("b0b")).isEqualTo(new NameReply.LooksLike("b0b", "bob"));
    bob.isNamed(bob.renames("b0b"), "b0b", false);
    assertThat(client().claims("al\u0456ce")).isEqualTo(new NameReply.MixesScripts("al\u0456ce"));
  }

  @Test
  void freesTheNameOfASessionThatStops() {
    NameClient alice = named("alice");
    alice.quits();
    service.namedWhenFree("alice", "127.0.0.1");
  }

  @Test
  void freesTheOldNameOfWhoTakesAnother() {
    NameClient alice = named("alice");
    alice.hasRenamed("alicia");
    named("alice");
    assertThat(alice.renames("ALICE")).isEqualTo(new NameReply.NameTaken("ALICE"));
    alice.hasRenamed("Alicia");
  }

  @Test
  void givesEverybodyWhoComesAnIdOfTheirOwn() {
    NameClient alice = named("alice");
    assertThat(alice.id().number()).isPositive();
    assertThat(named("bob").id()).isNotEqualTo(alice.id());
    alice.quits();
    assertThat(service.namedWhenFree("alice", "127.0.0.1").id()).isNotEqualTo(alice.id());
  }

  @Test
  void givesGuestsNamesThatNobodyHas() {
    named("Guest1");
    NameClient guest = client();
    guest.isNamed(guest.claimsAGuestName(), "guest2", false);
  }

  @Test
  void tellsAGuestFromABannedAddressSoAndServesTheOthers() {
    TestBans.ban(service.bans, "10.0.0.9", "");
    NameReply banned = new NameReply.Banned(Optional.empty(), "");
    assertThat(service.client("10.0.0.9").claimsAGuestName()).isEqualTo(banned);
    assertThat(service.client("10.0.0.9").claims("alice")).isEqualTo(banned);
    service.named("other", "10.0.0.2");
  }

  @Test
  void passesAWhisperToOnePerson() {
    NameClient alice = named("alice");
    NameClient bob = named("bob");
    alice.whispers("BOB", "psst");
    bob.isTold(new NameReply.Whispered("alice", "psst"));
    alice.isTold(new NameReply.WhisperSent("bob", "psst"));
    alice.whispers("eve", "psst");
    alice.isTold(new NameReply.NobodyCalled("eve"));
  }

  @Test
  void findsWhoIsCalledSo() {
    NameClient alice = named("alice");
    NameClient bob = named("bob");
    assertThat(alice.finds("BOB")).isEqualTo(new NameReply.Found(bob.id(), "bob", bob.contact));
    assertThat(alice.finds("eve")).isEqualTo(new NameReply.NobodyCalled("eve"));
  }

  @Test
  void takesEveryServerPasswordWhereThereIsNone() {
    NameClient client = client();
    client.givesServerPassword();
    client.isTold(new NameReply.RightPassword());
  }

  @Test
  void saysWhetherAPasswordIsTheServers() {
    service.hasServerPassword(TestNameService.ONE);
    NameClient client = client();
    client.givesServerPassword();
    Passwords.Check check = service.check();
    assertThat(check.against()).isEqualTo(TestNameService.ONE);
    check.replyTo().tell(Passwords.Verdict.RIGHT);
    client.isTold(new NameReply.RightPassword());
    client.givesServerPassword();
    service.judges(Passwords.Verdict.WRONG);
    client.isTold(new NameReply.WrongPassword());
    client.givesServerPassword();
    service.judges(Passwords.Verdict.TOO_MANY_WRONG);
    client.isTold(new NameReply.TooManyWrong());
  }
}
