package chat.parley.killed;

import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import chat.parley.patience.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who talks as fast as the server takes it, remembers all posts that they see, and goes on
 * at the next server where they were cut off.
 */
final class PostingClient {
  private static final Pattern SYNC =
      Pattern.compile("\\* sync lobby ([0-9A-Za-z-]+) ([0-9]+) (anew|resumed|changed)");

  private static final Pattern POST = Pattern.compile("(?:\\* )?#([0-9]+) (?:\\S+Z )?\\[(.*)");

  /** How many posts are under way at most. */
  private static final int UNDER_WAY = 50;

  private final String name;
  private int said;

  /** By their numbers, each as "alice] text". */
  private final TreeMap<Long, String> seen = new TreeMap<>();

  /** What is not as it should be. */
  private final List<String> faults = new ArrayList<>();

  private String epoch = "";
  private String how = "";
  private long last;
  private Semaphore free = new Semaphore(0);

  PostingClient(String name) {
    this.name = name;
  }

  /** Comes in and talks, on two threads that end with the server. */
  List<Thread> talk(InetSocketAddress server) throws IOException {
    LineSocket socket = Dial.USUAL.to(server);
    Semaphore mayTalk = new Semaphore(UNDER_WAY);
    free = mayTalk;
    synchronized (this) {
      String since = epoch.isEmpty() ? "" : " lobby " + epoch + " " + last;
      socket.send("/sync" + since + "\n" + name + "\n");
      how = "";
    }
    List<Thread> threads =
        List.of(
            new Thread(() -> read(socket), "reads for " + name),
            new Thread(() -> post(socket, mayTalk), "talks for " + name));
    threads.forEach(Thread::start);
    return threads;
  }

  private void post(LineSocket socket, Semaphore mayTalk) {
    try {
      while (mayTalk.tryAcquire(Wait.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        socket.send("words " + said++ + "\n");
      }
    } catch (IOException e) {
      // The server has been killed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(LineSocket socket) {
    try (socket) {
      for (String line = socket.line(); line != null; line = socket.line()) {
        heard(line);
      }
    } catch (IOException e) {
      // The server has been killed.
    } finally {
      free.release(UNDER_WAY);
    }
  }

  private synchronized void heard(String line) {
    Matcher sync = SYNC.matcher(line);
    Matcher post = POST.matcher(line);
    if (sync.matches()) {
      how = sync.group(3);
      if (!how.equals("resumed")) {
        epoch = sync.group(1);
        last = Long.parseLong(sync.group(2));
      }
    } else if (post.matches()) {
      saw(Long.parseLong(post.group(1)), post.group(2));
    } else if (line.contains("skipped") || line.contains("cannot")) {
      faults.add(line);
    }
  }

  private void saw(long number, String post) {
    if (number != last + 1) {
      faults.add(name + " saw #" + number + " after #" + last);
    }
    last = number;
    seen.put(number, post);
    if (post.startsWith(name + "]")) {
      free.release();
    }
  }

  synchronized int count() {
    return seen.size();
  }

  /** What the server has said of what was missed; empty until it has. */
  synchronized String how() {
    return how;
  }

  /** The epoch of the history that it has seen. */
  synchronized String epoch() {
    return epoch;
  }

  synchronized NavigableMap<Long, String> seen() {
    return new TreeMap<>(seen);
  }

  /** Whatever was seen belongs to an epoch of before. */
  synchronized void forget() {
    seen.clear();
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }
}
