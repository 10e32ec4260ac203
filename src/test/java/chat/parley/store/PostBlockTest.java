package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PostBlockTest {
  private static final long ROOM = 7;

  private static List<StoredPost> read(PostBlock block) {
    return PostBlock.posts(PostKey.of(ROOM, block.first()), block.body());
  }

  private static List<StoredPost> read(List<PostBlock> blocks) {
    return blocks.stream().flatMap(block -> read(block).stream()).toList();
  }

  @Test
  void givesBackWhatWasWrittenWhateverTheClockDid() {
    var random = new Random(1);
    List<StoredPost> posts = new ArrayList<>();
    Instant time = Posts.NOON;
    for (long number = 1; number <= 3_000; number++) {
      time = time.plusMillis(random.nextInt(200_000) - 50_000);
      posts.add(Posts.random(random, number, time));
    }
    posts.add(Posts.random(random, PostKey.MAX_NUMBER, Instant.ofEpochMilli(-1)));
    assertThat(read(PostBlock.of(posts))).isEqualTo(posts);
  }

  @Test
  void endsWhereNumbersAreMissingAndWhenItIsFull() {
    List<StoredPost> posts = new ArrayList<>(Posts.posts(1, 1_500));
    posts.addAll(Posts.posts(1_600, 1_601));
    LongStream.range(1_700, 1_800)
        .forEach(number -> posts.add(Posts.post(number, "x".repeat(1_024))));
    List<PostBlock> blocks = PostBlock.of(posts);
    assertThat(blocks)
        .extracting(PostBlock::first)
        .containsExactly(1L, 1_001L, 1_600L, 1_700L, 1_764L);
    assertThat(blocks).extracting(PostBlock::posts).containsExactly(1_000, 500, 2, 64, 36);
    assertThat(blocks.get(2).firstAt()).isEqualTo(posts.get(1_500).time().toEpochMilli());
    assertThat(blocks.get(2).lastAt()).isEqualTo(posts.get(1_501).time().toEpochMilli());
  }

  @Test
  void takesLittleMoreThanItsTexts() {
    List<StoredPost> posts =
        LongStream.rangeClosed(1, 500).mapToObj(n -> Posts.post(n, "x".repeat(64))).toList();
    assertThat(PostBlock.of(posts).get(0).body()).hasSizeLessThan(500 * (64 + 4) + 32);
  }

  @Test
  void saysThatItIsDamagedWhicheverByteIs() {
    PostBlock block = PostBlock.of(Posts.posts(41, 44)).get(0);
    for (int i = 0; i < block.body().length; i++) {
      byte[] damaged = block.body().clone();
      damaged[i] ^= 0x10;
      assertIsDamaged(41, damaged);
    }
    assertIsDamaged(41, new byte[0]);
    assertIsDamaged(42, block.body());
  }

  private static void assertIsDamaged(long first, byte[] body) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> PostBlock.posts(PostKey.of(ROOM, first), body))
        .withMessage(
            "the store is damaged: what was said from #"
                + first
                + " on in the room with id 7 cannot be read; restore a backup, or name another"
                + " store");
  }

  @Test
  void keysHoldRoomAndNumberWithinTheirBounds() {
    long last = PostKey.of(PostKey.MAX_ROOM, PostKey.MAX_NUMBER);
    assertThat(PostKey.room(last)).isEqualTo(PostKey.MAX_ROOM);
    assertThat(PostKey.number(last)).isEqualTo(PostKey.MAX_NUMBER);
    assertThat(PostKey.of(2, 0)).isEqualTo(PostKey.of(1, PostKey.MAX_NUMBER) + 1);
    assertThatIllegalArgumentException().isThrownBy(() -> PostKey.of(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PostKey.of(PostKey.MAX_ROOM + 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PostKey.of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> PostKey.of(1, PostKey.MAX_NUMBER + 1));
  }
}
