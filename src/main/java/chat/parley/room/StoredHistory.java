package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQuery;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** A {@link History} in the store; its last posts are in memory too. */
final class StoredHistory implements History {
  /** The writer answers in time itself; this only ends what would never be answered. */
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private static final StoreReply.Unreadable LATE =
      new StoreReply.Unreadable("the store takes too long");

  private final ActorContext<RoomCommand> context;
  private final String room;
  private final String key;
  private final ActorRef<StoreCommand> store;
  private final Supplier<RecentPosts> recent;
  private final RecentHistory memory;
  private final BooleanSupplier memoryIsSeen;
  private boolean keeps;

  /**
   * @param recent the posts that are in memory; others after a change of settings
   * @param memoryIsSeen whether members have seen all of these
   */
  StoredHistory(
      ActorContext<RoomCommand> context,
      RoomRecord record,
      ActorRef<StoreCommand> store,
      RoomSettings settings,
      Supplier<RecentPosts> recent,
      BooleanSupplier memoryIsSeen) {
    this.context = context;
    this.room = record.name();
    this.key = record.key();
    this.store = store;
    this.recent = recent;
    this.memory = new RecentHistory(room, recent);
    this.memoryIsSeen = memoryIsSeen;
    configure(settings);
  }

  @Override
  public void configure(RoomSettings settings) {
    keeps = !settings.history().retention().isNothing();
  }

  private boolean isInMemory(HistoryQuery query) {
    return query instanceof HistoryQuery.Last
        && recent.get().size() > query.count()
        && memoryIsSeen.getAsBoolean();
  }

  @Override
  public void read(HistoryQuery query, Consumer<RoomReply.ToHistory> answer) {
    if (!keeps || isInMemory(query)) {
      memory.read(query, answer);
      return;
    }
    ask(
        StoreReply.ToRead.class,
        replyTo -> new StoreCommand.ReadPage(key, room, query, replyTo),
        reply ->
            answer.accept(
                reply instanceof StoreReply.Page read
                    ? new RoomReply.History(room, read.page())
                    : new RoomReply.HistoryUnavailable(room)));
  }

  @Override
  public void search(
      SearchQuery query, long before, int count, Consumer<RoomReply.ToSearch> answer) {
    if (!keeps) {
      memory.search(query, before, count, answer);
      return;
    }
    ask(
        StoreReply.ToSearch.class,
        replyTo -> new StoreCommand.Search(key, room, query, before, count, replyTo),
        reply ->
            answer.accept(
                reply instanceof StoreReply.Found found
                    ? new RoomReply.Found(room, found.page())
                    : new RoomReply.HistoryUnavailable(room)));
  }

  @Override
  public void find(long number, Consumer<Optional<FoundPost>> answer) {
    if (!keeps) {
      memory.find(number, answer);
      return;
    }
    Optional<RoomEvent.Posted> known = recent.get().numbered(number);
    ask(
        StoreReply.ToReadPost.class,
        replyTo -> new StoreCommand.ReadPost(key, number, replyTo),
        reply ->
            answer.accept(
                reply instanceof StoreReply.Post read
                    ? read.post()
                        .map(post -> new FoundPost(known.orElse(post.in(room)), post.registered()))
                    : known.map(post -> new FoundPost(post, false))));
  }

  @Override
  public void replace(RoomEvent.Posted deleted, Consumer<Boolean> answer) {
    if (!keeps) {
      memory.replace(deleted, answer);
      return;
    }
    String by = ((Content.Deleted) deleted.content()).by();
    ask(
        StoreReply.ToDelete.class,
        replyTo -> new StoreCommand.Delete(key, deleted.number(), by, replyTo),
        reply -> {
          boolean done = reply instanceof StoreReply.Deleted;
          if (done) {
            recent.get().replace(deleted);
          }
          answer.accept(done);
        });
  }

  private <R extends StoreReply> void ask(
      Class<R> type, Function<ActorRef<R>, StoreCommand> question, Consumer<StoreReply> then) {
    context.ask(
        type,
        store,
        AT_MOST,
        question::apply,
        (reply, failure) ->
            new InternalCommand.Answered(() -> then.accept(failure == null ? reply : LATE)));
  }
}
