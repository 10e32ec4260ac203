package chat.parley.store;

import chat.parley.access.PasswordHash;
import java.time.Instant;

/**
 * A name that belongs to whoever knows its password.
 *
 * @param key equal for names that are the same
 * @param name as it is shown
 */
public record Registration(String key, String name, PasswordHash password, Instant since)
    implements StoredRecord {

  /** The id of the registration of the name with that key. */
  public static Id id(String key) {
    return new Id(Section.REGISTRATIONS, key);
  }

  @Override
  public Id id() {
    return id(key);
  }
}
