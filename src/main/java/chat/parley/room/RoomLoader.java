package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A room that is being opened: reads the last posts of before; until it has them, whoever comes
 * waits. If they cannot be read in time it begins without them.
 */
final class RoomLoader {
  private static final Logger log = LoggerFactory.getLogger(RoomLoader.class);
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final String room;
  private final StashBuffer<RoomCommand> stash;
  private final TimerScheduler<RoomCommand> timers;
  private final Function<List<RoomEvent.Posted>, Behavior<RoomCommand>> then;

  private RoomLoader(
      String room,
      StashBuffer<RoomCommand> stash,
      TimerScheduler<RoomCommand> timers,
      Function<List<RoomEvent.Posted>, Behavior<RoomCommand>> then) {
    this.room = room;
    this.stash = stash;
    this.timers = timers;
    this.then = then;
  }

  /**
   * Opens a room.
   *
   * @param then makes the room that is open, given the last posts, oldest first
   */
  static Behavior<RoomCommand> open(
      RoomKeeping keeping,
      RoomSettings settings,
      Function<List<RoomEvent.Posted>, Behavior<RoomCommand>> then) {
    boolean nothing = keeping.store().isEmpty() || keeping.record().lastNumber() == 0;
    if (nothing || settings.recent() == 0) {
      return then.apply(List.of());
    }
    return Behaviors.setup(
        context ->
            Behaviors.withStash(
                Integer.MAX_VALUE,
                stash ->
                    Behaviors.withTimers(
                        timers -> {
                          keeping.store().get().tell(lastPosts(keeping, settings, context));
                          return new RoomLoader(keeping.record().name(), stash, timers, then)
                              .loading();
                        })));
  }

  private static StoreCommand lastPosts(
      RoomKeeping keeping, RoomSettings settings, ActorContext<RoomCommand> context) {
    ActorRef<StoreReply.ToRead> replies =
        context.messageAdapter(StoreReply.ToRead.class, InternalCommand.Loaded::new);
    return new StoreCommand.ReadPage(
        keeping.record().stored().key(),
        keeping.record().name(),
        new HistoryQuery.Last(settings.recent()),
        replies);
  }

  private Behavior<RoomCommand> loading() {
    timers.startSingleTimer(new InternalCommand.LoadingOver(), WITHIN);
    return Behaviors.receive(RoomCommand.class)
        .onMessage(InternalCommand.Loaded.class, this::onLoaded)
        .onMessage(
            InternalCommand.LoadingOver.class, over -> begin(List.of(), "the store takes too long"))
        .onAnyMessage(
            message -> {
              stash.stash(message);
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<RoomCommand> onLoaded(InternalCommand.Loaded loaded) {
    timers.cancel(new InternalCommand.LoadingOver());
    return loaded.reply() instanceof StoreReply.Page page
        ? stash.unstashAll(then.apply(page.page().posts()))
        : begin(List.of(), ((StoreReply.Unreadable) loaded.reply()).why());
  }

  private Behavior<RoomCommand> begin(List<RoomEvent.Posted> posts, String why) {
    log.warn("{} is opened without its last posts: {}", room, why);
    return stash.unstashAll(then.apply(posts));
  }
}
