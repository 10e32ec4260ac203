package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class BacklogTest {
  /** About that of one post. */
  private static final int POST = 130;

  private final TestInbox<StoreReply.ToAppend> lobby = TestInbox.create("lobby");
  private final TestInbox<StoreReply.ToAppend> kitchen = TestInbox.create("kitchen");
  private final Backlog backlog = new Backlog(4 * POST);

  private StoreCommand.Append lobby(long first, long last) {
    return append("lobby", lobby, first, last);
  }

  private static StoreCommand.Append append(
      String room, TestInbox<StoreReply.ToAppend> replies, long first, long last) {
    return new StoreCommand.Append(
        room(room, last), Posts.posts(first, last), false, true, replies.getRef());
  }

  private static StoredRoom room(String name, long lastNumber) {
    return new StoredRoom(name, name, "4f2a", lastNumber, "");
  }

  @Test
  void handsOutTheFirstThatWaitInSlicesAndTheLatestOfEachRoomFirst() {
    var room = new StoreCommand.KeepRoom(room("lobby", 2));
    StoreCommand.Append first = lobby(1, 1);
    StoreCommand.Append second = append("kitchen", kitchen, 1, 2);
    StoreCommand.Append third = lobby(2, 2);
    backlog.add(first);
    backlog.add(new StoreCommand.KeepRoom(room("lobby", 1)));
    backlog.add(second);
    backlog.add(third);
    backlog.add(room);
    List<StoreCommand.Write> slice = backlog.first(2);
    assertThat(slice).containsExactly(room, first, second);
    backlog.written(slice);
    assertThat(backlog.first(2)).containsExactly(third);
    assertThat(backlog.isEmpty()).isFalse();
    backlog.written(backlog.first(2));
    assertThat(backlog.isEmpty()).isTrue();
    assertThat(backlog.stats("")).isEqualTo(StoreStats.WELL);
  }

  @Test
  void hasTheOldestGoWhenThereIsNoRoomAndTellsTheirRooms() {
    backlog.add(lobby(1, 2));
    backlog.add(append("kitchen", kitchen, 1, 1));
    backlog.add(lobby(3, 4));
    assertThat(backlog.of("lobby")).containsExactlyElementsOf(Posts.posts(3, 4));
    assertThat(backlog.stats("full"))
        .satisfies(
            stats -> {
              assertThat(stats.unsavedPosts()).isEqualTo(3);
              assertThat(stats.unsavedBytes()).isBetween(3L * (POST - 10), 3L * POST);
              assertThat(stats.lostPosts()).isEqualTo(2);
            });
    backlog.setMaxBytes(2 * POST);
    backlog.written(backlog.first(Integer.MAX_VALUE));
    backlog.tellOfEnd();
    assertThat(backlog.stats("").lostPosts()).isEqualTo(3);
    lobby.expectMessage(new StoreReply.SavedAgain(true));
    kitchen.expectMessage(new StoreReply.SavedAgain(true));
    backlog.add(lobby(5, 5));
    backlog.tellOfEnd();
    lobby.expectMessage(new StoreReply.SavedAgain(false));
    assertThat(lobby.hasMessages()).isFalse();
    assertThat(kitchen.hasMessages()).isFalse();
  }

  @Test
  void takesNothingForLostThatWasWrittenAllTheSame() {
    backlog.add(lobby(1, 2));
    backlog.add(append("kitchen", kitchen, 1, 2));
    List<StoreCommand.Write> beingWritten = backlog.first(2);
    backlog.add(lobby(3, 4));
    backlog.add(lobby(5, 6));
    assertThat(backlog.stats("").lostPosts()).isEqualTo(4);
    backlog.written(beingWritten);
    assertThat(backlog.stats("").lostPosts()).isEqualTo(2);
    backlog.tellOfEnd();
    lobby.expectMessage(new StoreReply.SavedAgain(false));
    kitchen.expectMessage(new StoreReply.SavedAgain(true));
  }
}
