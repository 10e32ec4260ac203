package chat.parley.server;

import chat.parley.config.ConfigReload;
import chat.parley.config.ConfigReloader;
import chat.parley.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The settings that a server goes by, and their change while it runs. What is to follow a change
 * waits until every part of the server goes by the new settings.
 */
final class Reconfiguration {
  private final ConfigReloader reloader;
  private final List<Runnable> following = new ArrayList<>();
  private Settings running;

  /** How many parts of the server have been told settings and do not go by them yet. */
  private int unconfigured;

  Reconfiguration(ConfigReloader reloader, Settings running) {
    this.reloader = reloader;
    this.running = running;
  }

  /**
   * Reads the configuration again, whatever comes of it.
   *
   * @param mayBlock does it, as it waits for the disk
   */
  CompletionStage<ConfigReload> read(Executor mayBlock) {
    Settings before = running;
    return CompletableFuture.<ConfigReload>supplyAsync(() -> reloader.since(before), mayBlock)
        .exceptionally(Reconfiguration::refused);
  }

  private static ConfigReload refused(Throwable failure) {
    Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
    return new ConfigReload.Refused(why.getMessage());
  }

  /**
   * The parts of the server have been told {@code settings}.
   *
   * @param told how many, at least one
   * @param after what follows when all go by them
   */
  void begin(Settings settings, int told, Runnable after) {
    running = settings;
    unconfigured += told;
    following.add(after);
  }

  /** One part goes by the settings that it was told. */
  void configured() {
    if (--unconfigured == 0) {
      following.forEach(Runnable::run);
      following.clear();
    }
  }
}
