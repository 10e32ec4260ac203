package chat.parley.store;

import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Those who want to know how a store is: each is told once of every change. */
final class StoreWatchers {
  private final Set<ActorRef<StoreStats>> watchers = new HashSet<>();
  private StoreStats latest = StoreStats.WELL;

  void add(ActorRef<StoreStats> watcher) {
    watchers.add(watcher);
    watcher.tell(latest);
  }

  /** This is how the store is. */
  void tell(StoreStats stats) {
    if (!stats.equals(latest)) {
      latest = stats;
      watchers.forEach(each -> each.tell(stats));
    }
  }
}
