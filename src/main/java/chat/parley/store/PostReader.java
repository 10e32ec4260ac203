package chat.parley.store;

import java.util.List;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.Routers;

/**
 * Reads what is kept of rooms, on a connection of its own. Each request is answered once, {@link
 * StoreReply.Unreadable} when the store cannot be read; the next one tries anew.
 */
final class PostReader extends AbstractBehavior<PostReader.Request> {

  /**
   * Something to be read.
   *
   * @param unsaved posts of the room that members have seen and that may not be in the store yet
   */
  record Request(StoreCommand.Read read, List<StoredPost> unsaved) {}

  private static final int READERS = 2;

  private final HistorySource source;

  /** Some readers, each of which has a thread to wait on, and a connection of its own. */
  static Behavior<Request> pool(Supplier<HistorySource> sources) {
    Behavior<Request> reader = Behaviors.setup(context -> new PostReader(context, sources.get()));
    return Routers.pool(READERS, reader)
        .withRouteeProps(DispatcherSelector.fromConfig("parley-store-readers"));
  }

  private PostReader(ActorContext<Request> context, HistorySource source) {
    super(context);
    this.source = source;
  }

  @Override
  public Receive<Request> createReceive() {
    return newReceiveBuilder()
        .onMessage(Request.class, this::onRequest)
        .onSignal(PostStop.class, stop -> onStop())
        .build();
  }

  private Behavior<Request> onRequest(Request request) {
    StoreCommand.Read read = request.read();
    try {
      answer(read, request.unsaved());
    } catch (StoreException e) {
      getContext().getLog().warn("{}", e.getMessage());
      unreadable(read, new StoreReply.Unreadable(e.getMessage()));
    } catch (RuntimeException e) {
      getContext().getLog().error("the history cannot be read", e);
      unreadable(read, new StoreReply.Unreadable("the store has failed"));
    }
    return this;
  }

  private void answer(StoreCommand.Read read, List<StoredPost> unsaved) {
    if (read instanceof StoreCommand.ReadPage page) {
      page.replyTo().tell(new StoreReply.Page(source.page(page, unsaved)));
    } else if (read instanceof StoreCommand.Search search) {
      search.replyTo().tell(new StoreReply.Found(source.find(search, unsaved)));
    } else if (read instanceof StoreCommand.ReadPost post) {
      post.replyTo().tell(new StoreReply.Post(source.post(post, unsaved)));
    }
  }

  private static void unreadable(StoreCommand.Read read, StoreReply.Unreadable why) {
    if (read instanceof StoreCommand.ReadPage page) {
      page.replyTo().tell(why);
    } else if (read instanceof StoreCommand.Search search) {
      search.replyTo().tell(why);
    } else if (read instanceof StoreCommand.ReadPost post) {
      post.replyTo().tell(why);
    }
  }

  private Behavior<Request> onStop() {
    source.close();
    return this;
  }
}
