package chat.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that is full for the files for which a test says so, in the middle of a write. */
public final class FullDisk extends FilePathWrapper {
  private static final String SCHEME = "parleyfulldisk";
  private static final Set<String> FULL = ConcurrentHashMap.newKeySet();

  /** A file on this disk, which is not full yet. */
  static StoreFile at(Path path) {
    FilePath.register(new FullDisk());
    return StoreFile.at(path, SCHEME + ":");
  }

  static void fill(Path path) {
    FULL.add(path.toAbsolutePath().toString());
  }

  static void empty(Path path) {
    FULL.remove(path.toAbsolutePath().toString());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode), getBase().toString());
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel file;
    private final String name;

    Channel(FileChannel file, String name) {
      this.file = file;
      this.name = name;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      if (!FULL.contains(name)) {
        return file.write(source, position);
      }
      ByteBuffer half = source.duplicate();
      half.limit(source.position() + source.remaining() / 2);
      file.write(half, position);
      throw new IOException("No space left on device");
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
