package chat.parley.killed;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import chat.parley.store.KeptPosts;
import chat.parley.store.StoreLocation;
import chat.parley.store.StoredPost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Kills servers while three people talk, and compares what these have seen with what is kept. */
final class Kills {
  /** How many posts all of them see before the server is killed, at most. */
  private static final int MOST = 6000;

  private final Path folder;
  private final boolean relaxed;
  private final Random random;
  private final List<PostingClient> clients =
      List.of(new PostingClient("alice"), new PostingClient("bob"), new PostingClient("carol"));
  private final Set<String> epochs = new HashSet<>();
  private List<StoredPost> kept = List.of();

  /**
   * @param folder where the server keeps things
   * @param relaxed whether people see posts before they are kept
   */
  Kills(Path folder, boolean relaxed, long seed) {
    this.folder = folder;
    this.relaxed = relaxed;
    this.random = new Random(seed);
  }

  /** Starts a server on what the last one has left, and kills it. */
  void killOne() throws IOException {
    boolean first = kept.isEmpty();
    List<Thread> threads = new ArrayList<>();
    try (KilledServer server =
        new KilledServer(
            List.of(
                "--store",
                folder.toString(),
                "--set",
                "parley.history.durability=" + (relaxed ? "relaxed" : "full")))) {
      if (relaxed) {
        clients.forEach(PostingClient::forget);
      }
      int before = clients.stream().mapToInt(PostingClient::count).sum();
      for (PostingClient client : clients) {
        threads.addAll(client.talk(server.lines()));
      }
      int wanted = before + 1 + random.nextInt(MOST);
      Wait.until(
          "posts that are seen",
          Duration.ofMinutes(2),
          () -> clients.stream().mapToInt(PostingClient::count).sum() >= wanted);
      server.kill();
      threads.forEach(each -> Wait.forEnd("the end of " + each.getName(), Wait.PATIENCE, each));
    }
    for (PostingClient client : clients) {
      assertThat(client.faults()).isEmpty();
      // After kill -9 in relaxed durability, numbers may have been given again.
      assertThat(client.how()).isEqualTo(first || relaxed ? "anew" : "resumed");
    }
    String epoch = clients.get(0).epoch();
    assertThat(clients).extracting(PostingClient::epoch).containsOnly(epoch);
    assertThat(epochs.add(epoch)).as("another epoch").isEqualTo(first || relaxed);
    compare();
  }

  private void compare() {
    List<StoredPost> before = kept;
    kept = KeptPosts.of(new StoreLocation.Folder(folder), "lobby");
    assertThat(kept.subList(0, before.size())).isEqualTo(before);
    Set<String> texts = new HashSet<>();
    TreeMap<Long, String> byNumber = new TreeMap<>();
    for (StoredPost post : kept) {
      assertThat(post.number()).isEqualTo(byNumber.size() + 1);
      String text = post.author() + "] " + post.text();
      assertThat(texts.add(text)).as("%s is there once", text).isTrue();
      byNumber.put(post.number(), text);
    }
    for (PostingClient client : clients) {
      NavigableMap<Long, String> seen = client.seen();
      if (relaxed) {
        seen.keySet().removeIf(number -> number > kept.size());
      }
      assertThat(byNumber).containsAllEntriesOf(seen);
    }
  }
}
