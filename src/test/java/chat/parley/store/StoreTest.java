package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.AddressRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStores.class)
class StoreTest {
  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;

  @BeforeEach
  void isNew() {
    location = kind.in(folder);
  }

  private static StoreCommand.Write keep(StoredRecord item) {
    return TestStoreWriter.keep(item);
  }

  private static StoreCommand.Write forget(StoredRecord item) {
    return TestStoreWriter.forget(item);
  }

  private StoredState loaded() {
    try (Store store = Store.open(location)) {
      return store.load();
    }
  }

  @Test
  void holdsNothingAtFirst() {
    assertThat(loaded()).isEqualTo(StoredState.NOTHING);
    assertThat(loaded()).isEqualTo(StoredState.NOTHING);
  }

  @Test
  void givesBackWhatWasWritten() {
    Registration alice =
        new Registration(
            "stra\u00dfe",
            "Stra\u00dfe \u5c0f\u660e \ud83d\udd11 \"\\\u0001",
            Items.HASH,
            Items.NOON);
    Sanction ban =
        new Sanction(
            Sanction.Kind.BAN,
            "Bob",
            Optional.of("bob"),
            AddressRange.parse("2001:db8::/48"),
            Items.NOON,
            Optional.of(Items.NOON.plusSeconds(60)),
            "alice",
            "because: {\"a\" = ${b}} # // '; DROP TABLE sanction; --");
    Sanction mute =
        new Sanction(
            Sanction.Kind.MUTE,
            "192.0.2.0/24",
            Optional.empty(),
            AddressRange.parse("192.0.2.0/24"),
            Items.NOON,
            Optional.empty(),
            "",
            "");
    Ownership lobby = new Ownership("lobby", "Lobby", "alice", Items.NOON);
    WaitingMessage message =
        new WaitingMessage(
            7, "alice", "小明", "name 小明", Items.NOON, "\ud83d\udd11 \"${x}\" # //", true);
    try (Store store = Store.open(location)) {
      TestStoreWriter.write(
          store, List.of(keep(alice), keep(ban), keep(mute), keep(lobby), keep(message)));
    }
    assertThat(loaded())
        .isEqualTo(
            new StoredState(
                List.of(alice), List.of(ban, mute), List.of(lobby), List.of(message), List.of()));
  }

  @Test
  void keepsTheLastOneOfEachId() {
    try (Store store = Store.open(location)) {
      TestStoreWriter.write(store, List.of(keep(Items.ban("bob")), keep(Items.ban("carol"))));
      Sanction again =
          new Sanction(
              Sanction.Kind.BAN,
              "Bob",
              Optional.of("bob"),
              Optional.empty(),
              Items.NOON,
              Optional.empty(),
              "dave",
              "again");
      TestStoreWriter.write(
          store,
          List.of(
              keep(Items.ban("bob")),
              keep(again),
              forget(Items.ban("carol")),
              forget(Items.ban("nobody")),
              keep(Items.ban("dave")),
              forget(Items.ban("dave"))));
      assertThat(store.load().sanctions()).containsExactly(again);
    }
  }

  @Test
  void givesBackRecordsInTheOrderOfTheirKeys() {
    try (Store store = Store.open(location)) {
      TestStoreWriter.write(
          store,
          List.of(
              keep(Items.registration("\u00e4")),
              keep(Items.registration("b")),
              keep(Items.registration("a")),
              keep(Items.registration("B"))));
    }
    assertThat(loaded().registrations())
        .extracting(Registration::key)
        .containsExactly("B", "a", "b", "\u00e4");
  }
}
