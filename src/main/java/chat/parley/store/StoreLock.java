package chat.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A lock on a folder that one process has at a time; it ends with the process, however that ends.
 * The file says which process it is.
 */
final class StoreLock implements AutoCloseable {
  /** Behind all that is written, since what is locked cannot be read on Windows. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private static final Pattern PROCESS = Pattern.compile("[0-9]{1,18}");

  /**
   * The locks of this process: the system would give it one twice, and end both when the second
   * file is closed.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private StoreLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * The lock of which {@code file}, that is there, is the file; empty when another has it.
   *
   * @throws IOException when the file cannot be written, or its file system has no locks
   */
  static Optional<StoreLock> take(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!OURS.add(real)) {
      return Optional.empty();
    }
    Optional<StoreLock> taken = Optional.empty();
    try {
      taken = lock(real);
    } finally {
      if (taken.isEmpty()) {
        OURS.remove(real);
      }
    }
    return taken;
  }

  private static Optional<StoreLock> lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED, 1, false);
      if (lock != null) {
        String process = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new StoreLock(file, channel));
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Who has the lock, as messages say it. */
  static String holder(Path file) {
    try {
      String process = Files.readString(file, StandardCharsets.US_ASCII);
      return PROCESS.matcher(process).matches() ? "process " + process : "another process";
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process, if not now.
    } finally {
      OURS.remove(file);
    }
  }
}
