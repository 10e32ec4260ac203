package chat.parley.moderation;

import chat.parley.store.StoreStats;

/** Tells operators, once each, when what is said cannot be kept, and when it can again. */
final class StoreWatch {
  private final Visitors visitors;
  private StoreStats latest = StoreStats.WELL;

  StoreWatch(Visitors visitors) {
    this.visitors = visitors;
  }

  /** How the store was last. */
  StoreStats latest() {
    return latest;
  }

  /** This is how the store is. */
  void changed(StoreStats stats) {
    boolean differs = stats.isFailing() != latest.isFailing();
    latest = stats;
    if (differs) {
      ModerationReply.News news =
          stats.isFailing()
              ? new ModerationReply.StoreFails(stats.trouble())
              : new ModerationReply.StoreWorksAgain(stats.lostPosts());
      visitors.all().stream().filter(Visitor::isOperator).forEach(each -> each.tell(news));
    }
  }
}
