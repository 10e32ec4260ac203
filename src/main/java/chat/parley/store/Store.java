package chat.parley.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/**
 * The file in which parley keeps what outlives it, as a {@link MVStore}: a map for each section of
 * items, from key to text, and one about the store itself.
 *
 * <p>What is {@linkplain #write written} is on the disk when that returns, all of it or, when the
 * server was killed or the disk failed meanwhile, none. While it is open no other process can open
 * it. It is not for several threads at once.
 */
public final class Store implements AutoCloseable {

  /**
   * A change of one item.
   *
   * @param item what is to be there from now on; empty for nothing
   */
  record Change(StoredRecord.Id id, Optional<StoredRecord> item) {}

  /** How items are kept; a parley that does it so that this one could not read it counts up. */
  private static final int FORMAT = 1;

  private static final String ABOUT = "parley";
  private static final String ABOUT_FORMAT = "format";

  private final StoreFile file;

  /** Closed after a failure, until the next write. */
  private MVStore store;

  /**
   * What there was before changes that failed, which may be on the disk nevertheless; it is put
   * back with the next ones.
   */
  private final Map<StoredRecord.Id, Optional<String>> before = new HashMap<>();

  private Store(StoreFile file) {
    this.file = file;
    file.create();
    this.store = file.open();
    try {
      begin();
    } catch (RuntimeException e) {
      throw closed(e);
    }
  }

  /**
   * Opens a file, which is made if it is not there, for nobody else to read.
   *
   * @throws StoreException when it cannot be used
   */
  public static Store open(Path path) {
    return new Store(StoreFile.at(path));
  }

  /**
   * Opens a store where a setting says it is.
   *
   * @throws StoreException when it cannot be used
   */
  public static Store open(StoreLocation location) {
    if (location instanceof StoreLocation.Folder folder) {
      return open(StoreFile.in(folder.path()));
    }
    if (location.keeps()) {
      throw new StoreException("the store " + location + " cannot be used: name a folder");
    }
    return inMemory();
  }

  /** A store that forgets everything when it is closed. */
  public static Store inMemory() {
    return new Store(StoreFile.none());
  }

  /** A store in a file that is somewhere else than it looks; for tests. */
  static Store open(StoreFile file) {
    return new Store(file);
  }

  private void begin() {
    if (store.getMapNames().isEmpty()) {
      map(ABOUT).put(ABOUT_FORMAT, Integer.toString(FORMAT));
      store.commit();
      store.sync();
    }
    checkFormat();
  }

  private void checkFormat() {
    String format = map(ABOUT).get(ABOUT_FORMAT);
    if (format == null) {
      throw new StoreException(file + " is no store of parley; name another file");
    }
    if (Integer.parseInt(format) > FORMAT) {
      throw new StoreException(
          "%s was written by a newer parley (its format is %s, this one knows %s); run that one"
              .formatted(file, format, FORMAT));
    }
  }

  /** Closes it without writing; answers what to throw. */
  private StoreException closed(RuntimeException e) {
    store.closeImmediately();
    return e instanceof StoreException it ? it : file.failure(e);
  }

  /**
   * All that is in it.
   *
   * @throws StoreException when some of it cannot be read
   */
  public StoredState load() {
    return new StoredState(
        load(StoredRecord.Section.REGISTRATIONS, RecordCodec::registration),
        load(StoredRecord.Section.SANCTIONS, RecordCodec::sanction),
        load(StoredRecord.Section.OWNERSHIPS, RecordCodec::ownership));
  }

  private <T> List<T> load(StoredRecord.Section section, BiFunction<String, String, T> read) {
    List<T> items = new ArrayList<>();
    String at = "";
    try {
      for (Map.Entry<String, String> entry : map(section).entrySet()) {
        at = " at " + entry.getKey();
        items.add(read.apply(entry.getKey(), entry.getValue()));
      }
    } catch (MVStoreException e) {
      throw file.failure(e);
    } catch (RuntimeException e) {
      throw new StoreException(
          "%s is damaged: its %s cannot be read%s; put a copy in its place"
              .formatted(file, name(section), at),
          e);
    }
    return List.copyOf(items);
  }

  /**
   * Writes changes, all or none.
   *
   * @throws StoreException when they could not be written; later ones may be
   */
  void write(List<Change> changes) {
    Map<StoredRecord.Id, Optional<String>> failed = new HashMap<>();
    try {
      if (store.isClosed()) {
        store = file.open();
        checkFormat();
      }
      before.forEach(this::put);
      for (Change change : changes) {
        String old = map(change.id().section()).get(change.id().key());
        failed.putIfAbsent(change.id(), Optional.ofNullable(old));
        put(change.id(), change.item().map(RecordCodec::written));
      }
      store.commit();
      store.sync();
      before.clear();
    } catch (RuntimeException e) {
      failed.forEach(before::putIfAbsent);
      throw closed(e);
    }
  }

  private void put(StoredRecord.Id id, Optional<String> text) {
    if (text.isPresent()) {
      map(id.section()).put(id.key(), text.get());
    } else {
      map(id.section()).remove(id.key());
    }
  }

  /** Closes it; takes about as long as {@code tidying} at most, in which the file gets smaller. */
  void close(Duration tidying) {
    try {
      if (!before.isEmpty()) {
        write(List.of());
      }
      store.close((int) tidying.toMillis());
    } catch (RuntimeException e) {
      throw closed(e);
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  private MVMap<String, String> map(StoredRecord.Section section) {
    return map(name(section));
  }

  private static String name(StoredRecord.Section section) {
    return section.name().toLowerCase(Locale.ROOT);
  }

  private MVMap<String, String> map(String name) {
    // Strings only: what the library takes by default would read any Java object there is.
    return store.openMap(
        name,
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE));
  }
}
