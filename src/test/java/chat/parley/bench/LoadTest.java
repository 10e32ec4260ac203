package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
  @Test
  void spreadsMembersEvenlyOverRooms() {
    var load = new Load(11, 3, 1, 64, false, 0, 64);

    int[] members = new int[3];
    for (int member = 0; member < load.members(); member++) {
      assertThat(load.indexInRoom(member)).isEqualTo(members[load.roomOf(member)]++);
    }
    assertThat(members).containsExactly(4, 4, 3);
    assertThat(IntStream.range(0, 3).map(load::membersOf)).containsExactly(4, 4, 3);
  }
}
