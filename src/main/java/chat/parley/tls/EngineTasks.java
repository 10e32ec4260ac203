package chat.parley.tls;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStageLogic;

/**
 * What of a connection's handshake takes long, and so is done elsewhere: its engine is made, which
 * may read files, and calculates. Until that is done the engine must be left alone.
 */
final class EngineTasks {
  private final Executor elsewhere;
  private final AsyncCallback<Optional<TlsEngine>> made;
  private final AsyncCallback<Object> calculated;
  private boolean busy;

  /**
   * @param logic on whose thread it is used, and calls back
   * @param made is given the engine; none, if there cannot be one
   */
  EngineTasks(
      GraphStageLogic logic,
      Executor elsewhere,
      Consumer<Optional<TlsEngine>> made,
      Runnable calculated) {
    this.elsewhere = elsewhere;
    this.made =
        logic.createAsyncCallback(
            engine -> {
              busy = false;
              made.accept(engine);
            });
    this.calculated =
        logic.createAsyncCallback(
            done -> {
              busy = false;
              calculated.run();
            });
  }

  boolean isBusy() {
    return busy;
  }

  /** Makes an engine. */
  void make(ServerTls tls) {
    busy = true;
    elsewhere.execute(() -> made.invoke(engine(tls)));
  }

  private static Optional<TlsEngine> engine(ServerTls tls) {
    try {
      return Optional.of(new TlsEngine(tls.engine()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Does what {@code engine} needs done before it can go on. */
  void calculate(TlsEngine engine) {
    busy = true;
    Runnable task = engine.task();
    elsewhere.execute(
        () -> {
          try {
            task.run();
          } finally {
            calculated.invoke(this);
          }
        });
  }
}
