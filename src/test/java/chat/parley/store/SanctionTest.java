package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.AddressRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SanctionTest {
  private static Sanction sanction(
      Sanction.Kind kind, Optional<String> key, String range, long seconds) {
    return new Sanction(
        kind,
        "target",
        key,
        AddressRange.parse(range),
        Items.NOON,
        seconds == 0 ? Optional.empty() : Optional.of(Items.NOON.plusSeconds(seconds)),
        "alice",
        "");
  }

  @Test
  void isOverWhenItsTimeHasCome() {
    Sanction minute = sanction(Sanction.Kind.BAN, Optional.of("bob"), "", 60);
    assertThat(minute.isOver(Items.NOON.plusSeconds(59))).isFalse();
    assertThat(minute.isOver(Items.NOON.plusSeconds(60))).isTrue();
    Sanction forEver = sanction(Sanction.Kind.BAN, Optional.of("bob"), "", 0);
    assertThat(forEver.isOver(Items.NOON.plusSeconds(1_000_000_000))).isFalse();
  }

  @Test
  void isTheSameOneForTheSameNameOrTheSameAddresses() {
    Optional<String> bob = Optional.of("bob");
    Sanction ban = sanction(Sanction.Kind.BAN, bob, "", 0);
    assertThat(ban.id()).isEqualTo(sanction(Sanction.Kind.BAN, bob, "192.0.2.1", 60).id());
    assertThat(ban.id()).isNotEqualTo(sanction(Sanction.Kind.MUTE, bob, "", 0).id());
    assertThat(sanction(Sanction.Kind.BAN, Optional.empty(), "192.0.2.1/24", 0).id())
        .isEqualTo(sanction(Sanction.Kind.BAN, Optional.empty(), "192.0.2.9/24", 0).id())
        .isNotEqualTo(sanction(Sanction.Kind.BAN, Optional.empty(), "192.0.2.9", 0).id());
  }

  /** Stores that are there have the long form in their keys. */
  @Test
  void isKeptUnderTheSameKeyByEveryParley() {
    assertThat(sanction(Sanction.Kind.BAN, Optional.empty(), "2001:db8::/64", 0).id().key())
        .isEqualTo("ban addresses 2001:db8:0:0:0:0:0:0/64");
  }

  @Test
  void isOnANameOrOnAddresses() {
    assertThatThrownBy(() -> sanction(Sanction.Kind.BAN, Optional.empty(), "", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
