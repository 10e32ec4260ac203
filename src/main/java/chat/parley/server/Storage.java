package chat.parley.server;

import chat.parley.config.Settings;
import chat.parley.config.SettingsException;
import chat.parley.logging.AuditLog;
import chat.parley.store.Store;
import chat.parley.store.StoreException;
import chat.parley.store.StoredState;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a server keeps open, from before its start to its end.
 *
 * @param kept what has outlived the last server, as the store has it
 * @param audit where it is written what operators do
 */
record Storage(Store store, StoredState kept, AuditLog audit) {
  private static final Logger log = LoggerFactory.getLogger(Storage.class);

  /**
   * Opens them.
   *
   * @throws StoreException when what is kept cannot be read
   * @throws SettingsException when the audit log cannot be written
   */
  static Storage open(Settings settings) {
    Store store = Store.open(settings.store());
    try {
      if (store.begin(settings.history().durability())) {
        log.warn("the server has not ended in order; some posts that were seen may be missing");
      }
      return new Storage(store, store.load(), AuditLog.open(settings.auditLog()));
    } catch (IOException e) {
      store.close();
      throw new SettingsException("parley.audit-log: " + e.getMessage());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }
}
