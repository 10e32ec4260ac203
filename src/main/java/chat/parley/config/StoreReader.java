package chat.parley.config;

import chat.parley.notation.NotationException;
import chat.parley.store.StoreLocation;
import java.nio.file.Path;
import java.util.Optional;

/** A reader of {@code parley.store}: where what outlives the server is kept. */
final class StoreReader {
  private static final String STORE = "store";

  private StoreReader() {}

  /**
   * Where it is. A folder that is there already is looked at when the store is opened.
   *
   * @throws SettingsException when there can be no store
   */
  static StoreLocation read(CheckedConfig root) {
    StoreLocation location = location(root);
    if (location instanceof StoreLocation.Folder folder) {
      ConfiguredFile.checkToMake(root, STORE, folder.path(), "name another folder, or none");
    }
    Optional<Path> passwordFile = ConfiguredFile.toRead(root, "store-password-file");
    return passwordFile.map(location::withPasswordFile).orElse(location);
  }

  private static StoreLocation location(CheckedConfig root) {
    try {
      return StoreLocation.parse(root.text(STORE));
    } catch (NotationException e) {
      throw new SettingsException(root.path(STORE) + ": " + e.getMessage(), root.value(STORE));
    }
  }
}
