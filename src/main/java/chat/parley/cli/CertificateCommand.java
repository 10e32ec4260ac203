package chat.parley.cli;

import chat.parley.notation.HostPort;
import chat.parley.notation.IpText;
import chat.parley.tls.SelfSigned;
import chat.parley.tls.TlsProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that makes a self-signed certificate and its key, to begin with. */
@Command(
    name = "certificate",
    description = {
      "Makes a certificate and its key for a tls listener, as two PEM files.",
      "No authority vouches for it: clients must be told its fingerprint."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%n",
    footer = {
      "Exit status: 0 both are written; 1 they cannot be; 2 wrong usage.",
      "",
      "Example: java -jar parley.jar certificate --self-signed chat.example"
    })
final class CertificateCommand implements Callable<Integer> {
  private static final int PORT = 6697;
  private static final int MAX_DAYS = 36_500;

  @Option(
      names = "--self-signed",
      paramLabel = "HOST",
      required = true,
      description = "What clients connect to, a name or an address; repeatable.")
  private List<String> hosts;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where to write certificate.pem and key.pem; this folder if left out.")
  private Path folder;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "How long it is valid; a year if left out.")
  private int days;

  @Option(names = "--force", description = "Replaces the files if they are there.")
  private boolean force;

  @SuppressWarnings("UnusedVariable") // the library acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TlsProblem {
    if (days < 1 || days > MAX_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--days must be from 1 to " + MAX_DAYS + ", not " + days);
    }
    for (String host : hosts) {
      if (!SelfSigned.isHost(host)) {
        throw new ParameterException(
            spec.commandLine(), "\"" + host + "\" is not the name or the address of a host");
      }
    }
    SelfSigned made = SelfSigned.make(hosts, days);
    Path certificate = folder.resolve("certificate.pem").normalize();
    Path key = folder.resolve("key.pem").normalize();
    made.write(certificate, key, force);
    tellWhatIsNext(certificate, key, made.fingerprint());
    return ExitCode.OK;
  }

  private void tellWhatIsNext(Path certificate, Path key, String fingerprint) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "parley: " + certificate + " and " + key + " are written; keep the key to yourself");
    out.println();
    out.println("Start the server with them:");
    out.println(
        "  java -jar parley.jar --listen tls:0.0.0.0:"
            + PORT
            + " --set parley.tls.certificate="
            + certificate
            + " --set parley.tls.key="
            + key);
    out.println("Connect, and tell others to, with the certificate's fingerprint:");
    out.println(
        "  java -jar parley.jar chat --trust " + fingerprint + " NAME@" + address(hosts.get(0)));
    out.flush();
  }

  private static String address(String host) {
    return new HostPort(IpText.parse(host).map(IpText::of).orElse(host), PORT).toString();
  }
}
