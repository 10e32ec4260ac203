package chat.parley.session;

import chat.parley.moderation.ModerationCommand;
import chat.parley.rooms.RegistryCommand;
import chat.parley.users.NameCommand;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Those of whom there is one for the whole server, and whom every session asks.
 *
 * @param names gives out names
 * @param moderation knows who may be here and who may speak
 * @param rooms finds rooms
 */
public record Services(
    ActorRef<NameCommand> names,
    ActorRef<ModerationCommand> moderation,
    ActorRef<RegistryCommand> rooms) {}
