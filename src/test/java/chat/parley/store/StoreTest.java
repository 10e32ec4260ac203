package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.AddressRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("parley.store");
  }

  private static Store.Change keep(StoredRecord item) {
    return new Store.Change(item.id(), Optional.of(item));
  }

  private static Store.Change forget(StoredRecord item) {
    return new Store.Change(item.id(), Optional.empty());
  }

  private StoredState loaded() {
    try (Store store = Store.open(file())) {
      return store.load();
    }
  }

  @Test
  void holdsNothingAtFirst() {
    assertThat(loaded()).isEqualTo(new StoredState(List.of(), List.of(), List.of(), List.of()));
    assertThat(loaded()).isEqualTo(new StoredState(List.of(), List.of(), List.of(), List.of()));
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
            "because: {\"a\" = ${b}} # //");
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
    try (Store store = Store.open(file())) {
      store.write(List.of(keep(alice), keep(ban), keep(mute), keep(lobby), keep(message)));
    }
    assertThat(loaded())
        .isEqualTo(
            new StoredState(List.of(alice), List.of(ban, mute), List.of(lobby), List.of(message)));
  }

  @Test
  void keepsTheLastOneOfEachId() {
    try (Store store = Store.open(file())) {
      store.write(List.of(keep(Items.ban("bob")), keep(Items.ban("carol"))));
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
      store.write(List.of(keep(again), forget(Items.ban("carol")), forget(Items.ban("nobody"))));
      assertThat(store.load().sanctions()).containsExactly(again);
    }
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    loaded();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void isMadeSmallerWhenItIsClosed() throws IOException {
    try (Store store = Store.open(file())) {
      for (int i = 0; i < 300; i++) {
        store.write(List.of(keep(Items.registration("name" + i * 7919 % 100))));
      }
      long before = Files.size(file());
      store.close(Duration.ofSeconds(1));
      assertThat(Files.size(file())).isLessThan(before / 2);
    }
    assertThat(loaded().registrations()).hasSize(100);
  }

  @Test
  void canBeInMemoryOnly() {
    Store store = Store.inMemory();
    store.write(List.of(keep(Items.ownership("lobby"))));
    store.write(List.of(keep(Items.ownership("kitchen"))));
    assertThat(store.load().ownerships()).hasSize(2);
    store.close();
  }

  @Test
  void isBegunInAnEmptyFile() throws IOException {
    Files.createFile(file());
    assertThat(loaded().registrations()).isEmpty();
  }
}
