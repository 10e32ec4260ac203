package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTableTest {
  @TempDir private Path folder;
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    connection = SqliteFile.open(folder.resolve("parley.db"));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  private long create(String key) throws Exception {
    return RoomTable.create(connection, key, key, "e");
  }

  private StoredRoom room(long id) throws Exception {
    return RoomTable.all(connection).get(id);
  }

  @Test
  void holdsWhatWasSetLast() throws Exception {
    long id = RoomTable.create(connection, "stra\u00dfe", "Stra\u00dfe", "a");
    assertThat(room(id)).isEqualTo(new StoredRoom("stra\u00dfe", "Stra\u00dfe", "a", 0, ""));
    RoomTable.setName(connection, id, "STRASSE");
    RoomTable.setEpoch(connection, id, "b");
    RoomTable.setTopic(connection, id, "\u5c0f\u660e's birthday");
    RoomTable.raiseLastNumber(connection, id, 12);
    RoomTable.raiseLastNumber(connection, id, 11);
    assertThat(room(id))
        .isEqualTo(new StoredRoom("stra\u00dfe", "STRASSE", "b", 12, "\u5c0f\u660e's birthday"));
  }

  @Test
  void makesARoomOnce() throws Exception {
    long lobby = create("lobby");
    assertThat(create("lobby")).isEqualTo(lobby);
    assertThat(create("garden")).isNotEqualTo(lobby);
    assertThat(RoomTable.all(connection)).hasSize(2);
  }

  @Test
  void goesOnAfterTheLastPostWhetherItIsThereOrNot() throws Exception {
    long empty = create("empty");
    long lobby = create("lobby");
    PostTable.append(connection, Map.of(lobby, Posts.posts(3, 1_700)));
    assertThat(room(lobby).lastNumber()).isEqualTo(1_700);
    assertThat(room(empty).lastNumber()).isZero();
    PostRetention.retain(connection, lobby, Optional.empty(), 0, 9);
    assertThat(PostPages.since(connection, lobby, 0, 9)).isEmpty();
    assertThat(room(lobby).lastNumber()).isEqualTo(1_700);
  }

  @Test
  void deletesARoomWithItsPostsAndNoOther() throws Exception {
    long lobby = create("lobby");
    long garden = create("garden");
    PostTable.append(connection, Map.of(lobby, Posts.posts(1, 3), garden, Posts.posts(1, 3)));
    RoomTable.delete(connection, lobby);
    assertThat(RoomTable.all(connection)).containsOnlyKeys(garden);
    assertThat(PostPages.since(connection, lobby, 0, 9)).isEmpty();
    assertThat(PostPages.since(connection, garden, 0, 9)).hasSize(3);
  }

  @Test
  void givesTheIdOfARoomThatIsGoneWhenThereAreNoMore() throws Exception {
    create("one");
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO room (id, room_key, name, epoch) VALUES ("
              + PostKey.MAX_ROOM
              + ", 'last', 'last', 'e')");
    }
    assertThat(create("two")).isEqualTo(2);
    assertThat(create("three")).isEqualTo(3);
  }
}
