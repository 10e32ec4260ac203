package chat.parley.session;

import chat.parley.event.Batch;
import chat.parley.moderation.ModerationReply;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryReply;
import chat.parley.transport.ConnectionStage;
import chat.parley.users.Contact;
import chat.parley.users.NameReply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.util.ByteString;

/**
 * What the parts of a session share: whom they ask, where answers are expected, and the connection
 * to the client. Only their session's thread uses it.
 */
final class SessionContext {
  private final ActorContext<SessionCommand> context;
  private final Protocol protocol;
  private final Services services;
  private final Contact contact;
  private final ActorRef<Object> replies;
  private final PendingQuestion question = new PendingQuestion();
  private final FrameIntake intake;
  private SessionSettings settings;
  private ActorRef<ConnectionStage.Command> connection;
  private ActorRef<Batch> outlet;
  private boolean finishing;
  private boolean isSynchronized;

  /** Null as long as nothing has been looked for. */
  private LastSearch lastSearch;

  SessionContext(
      ActorContext<SessionCommand> context,
      SessionSettings settings,
      Protocol protocol,
      Services services) {
    this.context = context;
    this.settings = settings;
    this.protocol = protocol;
    this.services = services;
    // One for all that answer, as each adapter costs every session some 100 bytes.
    this.replies = context.messageAdapter(Object.class, SessionContext::of);
    this.contact = new Contact(context.getSelf(), replies.narrow(), replies.narrow());
    this.intake = new FrameIntake(settings.limits());
  }

  private static InternalCommand of(Object reply) {
    if (reply instanceof NameReply.News news) {
      return new InternalCommand.News(dialogue -> dialogue.news(news));
    }
    if (reply instanceof ModerationReply.News news) {
      return new InternalCommand.News(dialogue -> dialogue.news(news));
    }
    return reply instanceof RoomReply.News news
        ? new InternalCommand.News(dialogue -> dialogue.news(news))
        : new InternalCommand.Answer(reply);
  }

  /** The connection stage is ready; its end is told. */
  void connected(InternalCommand.Connected connected) {
    connection = connected.connection();
    outlet = connected.outlet();
    context.watchWith(connection, new InternalCommand.ConnectionGone());
  }

  /** Where to tell the connection stage things; null before it is ready. */
  ActorRef<ConnectionStage.Command> connection() {
    return connection;
  }

  /** What the client has sent and has not been dealt with. */
  FrameIntake intake() {
    return intake;
  }

  void configure(SessionSettings changed) {
    settings = changed;
  }

  /** Whether the client is being disconnected, and is told nothing more. */
  boolean isFinishing() {
    return finishing;
  }

  ActorRef<SessionCommand> self() {
    return context.getSelf();
  }

  ActorRef<Batch> outlet() {
    return outlet;
  }

  SessionSettings settings() {
    return settings;
  }

  /** How this session is reached. */
  Contact contact() {
    return contact;
  }

  /** Where moderation's answers and news are expected. */
  ActorRef<ModerationReply> fromModeration() {
    return replies.narrow();
  }

  /** Where the registry's answers are expected. */
  ActorRef<RegistryReply> fromRegistry() {
    return replies.narrow();
  }

  /** Where answers go that nobody waits for. */
  <T> ActorRef<T> nobody() {
    return context.getSystem().ignoreRef();
  }

  /** Those whom every session may tell and ask. */
  Services services() {
    return services;
  }

  /** What has been asked and is not answered; nothing else is done until then. */
  PendingQuestion question() {
    return question;
  }

  void watch(ActorRef<RoomCommand> room) {
    context.watchWith(room, new InternalCommand.RoomGone(room));
  }

  void unwatch(ActorRef<RoomCommand> room) {
    context.unwatch(room);
  }

  void write(Notice notice) {
    connection.tell(new ConnectionStage.Write(protocol.encode(notice), protocol.format()));
  }

  /** The client is a program, which is told of posts so that it can go on where it was cut off. */
  void synchronize() {
    isSynchronized = true;
    protocol.synchronize();
    connection.tell(new ConnectionStage.Write(ByteString.emptyByteString(), protocol.format()));
  }

  /** Whether it is, and so hears what it says itself, too. */
  boolean isSynchronized() {
    return isSynchronized;
  }

  /** What the client has looked for last. */
  Optional<LastSearch> lastSearch() {
    return Optional.ofNullable(lastSearch);
  }

  void remember(LastSearch search) {
    lastSearch = search;
  }

  /** Has {@code receiver} told, on the connection's thread, what waits for the client. */
  void tellBacklog(Consumer<ConnectionStage.Backlog> receiver) {
    connection.tell(new ConnectionStage.TellBacklog(receiver));
  }

  /** How many frames the client has sent. */
  long lines() {
    return intake.lines();
  }

  /** Has the dialogue look at the time when {@code delay} is over. */
  Cancellable lookAgainIn(Duration delay) {
    return context.scheduleOnce(delay, self(), new InternalCommand.Look());
  }

  /** Disconnects the client when everything has been written; what it sent further is not read. */
  void finish() {
    finishing = true;
    intake.frames().clear();
    connection.tell(new ConnectionStage.Finish());
  }
}
