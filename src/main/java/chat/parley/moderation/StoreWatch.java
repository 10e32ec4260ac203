package chat.parley.moderation;

import chat.parley.store.StoreStats;

/** Tells operators, once each, when what is said cannot be kept, and when it can again. */
final class StoreWatch {
  private final Visitors visitors;
  private boolean failing;

  StoreWatch(Visitors visitors) {
    this.visitors = visitors;
  }

  /** This is how the store is. */
  void changed(StoreStats stats) {
    if (stats.isFailing() != failing) {
      failing = stats.isFailing();
      ModerationReply.News news =
          failing
              ? new ModerationReply.StoreFails(stats.trouble())
              : new ModerationReply.StoreWorksAgain(stats.lostPosts());
      visitors.all().stream().filter(Visitor::isOperator).forEach(each -> each.tell(news));
    }
  }
}
