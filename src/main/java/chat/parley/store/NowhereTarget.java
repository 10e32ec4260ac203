package chat.parley.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link StoreTarget} that keeps nothing: what is written is what the services have anyway. */
final class NowhereTarget implements StoreTarget {

  @Override
  public Map<StoreCommand.Delete, Optional<StoredPost>> write(List<StoreCommand.Write> writes) {
    return Map.of();
  }

  @Override
  public void takeBack() {
    // There is nothing.
  }

  @Override
  public void configure(StoreCommand.Configure settings) {
    // There is nothing that could be too old.
  }

  @Override
  public boolean tidy(Duration within) {
    return false;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
