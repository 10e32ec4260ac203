package chat.parley.client;

import chat.parley.notation.Fingerprint;
import chat.parley.notation.OptionValue;
import chat.parley.notation.TimeSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@link ChatCommand}: where to connect, and how what is said is shown and kept. */
final class ChatOptions {

  @Parameters(
      paramLabel = "[NAME@]HOST[:PORT]",
      converter = AddressOption.class,
      description =
          "Who to be and where; port 5566 if left out, IPv6 in brackets. Without a name it asks.")
  private ServerAddress address;

  @Option(names = "--tls", description = "Connects to a tls listener.")
  private boolean tls;

  @Option(
      names = "--trust",
      paramLabel = "FINGERPRINT",
      converter = FingerprintOption.class,
      description =
          "Trusts the certificate with this SHA-256 fingerprint, and no other, this once;"
              + " implies --tls.")
  private String fingerprint;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "When the server asks for a password, answers with the first line of FILE, which nobody"
              + " else should be able to read.")
  private Path passwordFile;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description =
          "In a pipe: how long to stay when all input has been sent, such as 5s. If left out, until"
              + " the server closes the connection.")
  private Duration stay;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Appends all that is shown to FILE, with date and time.")
  private Path log;

  @Option(
      names = "--no-color",
      description = "No colours; so does a variable NO_COLOR that is not empty.")
  private boolean noColour;

  @Option(names = "--no-bell", description = "Does not ring when somebody mentions you.")
  private boolean noBell;

  ServerAddress address() {
    return address;
  }

  /** What makes sockets of TLS; empty for plain ones. */
  Optional<SSLSocketFactory> sockets() {
    return tls || fingerprint != null
        ? Optional.of(ServerTrustManager.sockets(Optional.ofNullable(fingerprint)))
        : Optional.empty();
  }

  Optional<Path> passwordFile() {
    return Optional.ofNullable(passwordFile);
  }

  /** How long a pipe stays when all input has been sent; empty for as long as the server likes. */
  Optional<Duration> stay() {
    return Optional.ofNullable(stay);
  }

  Optional<Path> log() {
    return Optional.ofNullable(log);
  }

  boolean colours() {
    String variable = System.getenv("NO_COLOR");
    return !noColour && (variable == null || variable.isEmpty());
  }

  boolean bell() {
    return !noBell;
  }

  /** Reads the server's address. */
  static final class AddressOption extends OptionValue<ServerAddress> {
    AddressOption() {
      super(ServerAddress::parse);
    }
  }

  /** Reads a certificate's fingerprint. */
  static final class FingerprintOption extends OptionValue<String> {
    FingerprintOption() {
      super(Fingerprint::parse);
    }
  }

  /** Reads how long something takes, perhaps not at all. */
  static final class TimeOption extends OptionValue<Duration> {
    TimeOption() {
      super(text -> TimeSpan.parse(text, Duration.ZERO));
    }
  }
}
