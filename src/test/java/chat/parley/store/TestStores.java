package chat.parley.store;

import java.nio.file.Path;

/** The kinds of stores, on each of which the tests of stores run. */
public enum TestStores {
  SQLITE {
    @Override
    public StoreLocation in(Path folder) {
      return new StoreLocation.Folder(folder.resolve("parley-data"));
    }
  },
  POSTGRESQL {
    @Override
    public StoreLocation in(Path folder) {
      return PostgresFixture.newDatabase();
    }
  };

  /** Where a new store can be made, of nobody else; {@code folder} is an empty one. */
  public abstract StoreLocation in(Path folder);
}
