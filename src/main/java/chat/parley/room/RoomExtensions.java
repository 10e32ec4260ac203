package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.hosting.Extensions;
import chat.parley.hosting.GateRef;
import chat.parley.hosting.RunningExtension;
import java.util.List;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * The extensions that are turned on in a room: those that are members of it, and the gates before
 * it. Not an actor: its room calls it.
 */
final class RoomExtensions {
  private final ActorContext<RoomCommand> context;
  private final String room;
  private final Roster roster;
  private final Entrance entrance;
  private final Extensions extensions;
  private final GateChain gates;

  /**
   * Starts those that {@code settings} turn on, which are in the room then.
   *
   * @param room its name
   * @param behind the room behind the gates
   */
  RoomExtensions(
      ActorContext<RoomCommand> context,
      String room,
      RoomSettings settings,
      Roster roster,
      Entrance entrance,
      GatedRoom behind) {
    this.context = context;
    this.room = room;
    this.roster = roster;
    this.entrance = entrance;
    this.extensions =
        new Extensions(context, new ActorHostingRoom(context.getSystem(), room, context.getSelf()));
    List<RunningExtension> bots = extensions.change(settings.extensions());
    this.gates =
        new GateChain(
            extensions.gates(),
            context.messageAdapter(GateRef.Judged.class, InternalCommand.FromGate::new),
            behind);
    bots.forEach(this::admit);
  }

  /** The gates before the room. */
  GateChain gates() {
    return gates;
  }

  /** Has those running that {@code settings} turn on, and no others. */
  void configure(RoomSettings settings) {
    extensions.change(settings.extensions()).forEach(this::admit);
    gates.change(extensions.gates());
  }

  private void admit(RunningExtension bot) {
    bot.member()
        .ifPresent(
            host ->
                entrance.admit(
                    Member.extension(bot.id(), bot.name(), host, context.getSystem().ignoreRef())));
  }

  /** One has failed too often, if it is not one that has been stopped since. */
  void disabled(InternalCommand.Disabled disabled) {
    if (extensions.putAside(disabled.host())) {
      context
          .getLog()
          .error("{} in {} has failed too often; it is put aside", disabled.name(), room);
      roster.announce(new RoomEvent.ExtensionDisabled(room, disabled.name()), null);
    }
  }

  /** Those that are turned on, in the order of the configuration. */
  List<RoomReply.ExtensionState> states() {
    return extensions.running().stream()
        .map(each -> new RoomReply.ExtensionState(each.name(), each.isWorking()))
        .toList();
  }
}
