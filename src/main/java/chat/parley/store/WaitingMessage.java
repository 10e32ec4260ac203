package chat.parley.store;

import java.time.Instant;

/**
 * What somebody has said to the owner of a registered name while nobody used it.
 *
 * @param number its own; later ones have higher numbers
 * @param toKey whose it is, as the key of a {@link Registration}
 * @param from the name of who said it, as it is shown
 * @param sender who said it, for counting: a registered name, or an address
 * @param time when it was said
 * @param text as it is shown
 * @param unheard whether the owner of the name did not hear the sender then: it counts as the
 *     others do, since nobody is to learn who ignores them, but is never handed over
 */
public record WaitingMessage(
    long number,
    String toKey,
    String from,
    String sender,
    Instant time,
    String text,
    boolean unheard)
    implements StoredRecord {

  @Override
  public Id id() {
    return new Id(Section.MESSAGES, Long.toString(number));
  }
}
