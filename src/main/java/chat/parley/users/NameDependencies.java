package chat.parley.users;

import chat.parley.access.Passwords;
import chat.parley.moderation.Bans;
import chat.parley.moderation.ModerationCommand;
import chat.parley.rooms.RegistryCommand;
import chat.parley.store.Registration;
import chat.parley.store.StoreCommand;
import chat.parley.store.WaitingMessage;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the name service stands on: those it asks, and what there was before.
 *
 * @param passwords checks passwords
 * @param store keeps what is to outlive the server
 * @param registrations what has outlived the last one
 * @param messages what waits since then, in any order
 * @param bans who may not come in
 * @param moderation told of what operators do
 * @param rooms told of names to which no room belongs any more
 * @param count told how many names are registered
 */
public record NameDependencies(
    ActorRef<Passwords.Command> passwords,
    ActorRef<StoreCommand> store,
    List<Registration> registrations,
    List<WaitingMessage> messages,
    Bans bans,
    ActorRef<ModerationCommand> moderation,
    ActorRef<RegistryCommand> rooms,
    IntConsumer count) {}
