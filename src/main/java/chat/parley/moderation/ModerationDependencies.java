package chat.parley.moderation;

import chat.parley.access.Passwords;
import chat.parley.store.Sanction;
import chat.parley.store.StoreCommand;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What moderation stands on: those it asks, and what there was before.
 *
 * @param passwords checks passwords
 * @param store keeps what is to outlive the server
 * @param sanctions what has outlived the last one
 * @param bans told of every ban
 * @param audit told what operators do, in a line
 * @param counts how much there is on the server
 * @param reloader reads the configuration again
 */
public record ModerationDependencies(
    ActorRef<Passwords.Command> passwords,
    ActorRef<StoreCommand> store,
    List<Sanction> sanctions,
    Bans bans,
    Consumer<String> audit,
    ServerCounts counts,
    ActorRef<ReloadRequest> reloader) {}
