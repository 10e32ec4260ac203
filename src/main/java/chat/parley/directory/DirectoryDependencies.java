package chat.parley.directory;

import chat.parley.access.Passwords;
import chat.parley.moderation.BannedAddresses;
import chat.parley.store.StoreWriter;
import chat.parley.store.StoredState;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the directory stands on: those it asks, and what there was before.
 *
 * @param passwords checks passwords
 * @param keeper keeps what is to outlive the server
 * @param kept what has outlived the last one
 * @param bannedAddresses is told from where nobody may come
 * @param audit is told what operators do, in a line
 * @param connections how many connections there are, with a name or without
 * @param reloader reads the configuration again
 */
public record DirectoryDependencies(
    ActorRef<Passwords.Command> passwords,
    ActorRef<StoreWriter.Command> keeper,
    StoredState kept,
    BannedAddresses bannedAddresses,
    Consumer<String> audit,
    IntSupplier connections,
    ActorRef<Directory.ReloadSettings> reloader) {}
