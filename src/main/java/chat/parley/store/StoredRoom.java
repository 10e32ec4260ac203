package chat.parley.store;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A room as it is kept.
 *
 * @param key equal for names of the same room
 * @param name as it is shown
 * @param epoch of its history: as long as it is the same, numbers mean the same posts
 * @param lastNumber that of its last post; 0 for none yet
 * @param topic empty for none
 */
public record StoredRoom(String key, String name, String epoch, long lastNumber, String topic) {

  /** An epoch that no other history has. */
  public static String newEpoch() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
