package chat.parley.server;

import chat.parley.listener.ListenerSettings;
import chat.parley.tls.ServerTls;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daily check of a server's certificates; the log says which have expired, or will soon. */
final class CertificateCheck {
  private static final Logger log = LoggerFactory.getLogger(CertificateCheck.class);
  private static final Duration PAUSE = Duration.ofDays(1);

  private CertificateCheck() {}

  /** Checks the certificates of {@code listeners} for as long as {@code system} runs. */
  static void start(ActorSystem<?> system, List<ListenerSettings> listeners) {
    var mayBlock = system.dispatchers().lookup(DispatcherSelector.fromConfig("parley-handshakes"));
    listeners.stream()
        .flatMap(listener -> listener.tls().stream())
        .distinct()
        .forEach(
            tls ->
                system
                    .scheduler()
                    .scheduleAtFixedRate(Duration.ZERO, PAUSE, () -> check(tls), mayBlock));
  }

  /** The scheduler would not call again what has failed. */
  private static void check(ServerTls tls) {
    try {
      tls.lookAtExpiry();
    } catch (RuntimeException e) {
      log.error("a certificate could not be looked at", e);
    }
  }
}
