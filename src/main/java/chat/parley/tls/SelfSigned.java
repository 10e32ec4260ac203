package chat.parley.tls;

import chat.parley.notation.FileTrouble;
import chat.parley.notation.IpText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A certificate that vouches for itself, made by the Java runtime's keytool.
 *
 * <p>What keytool writes is a keystore in a folder of its own that only the user may look into, and
 * is deleted; its password is in keytool's environment, not on its command line.
 */
public final class SelfSigned {
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9-]*)(\\.[A-Za-z0-9][A-Za-z0-9-]*)*");

  private static final String PASSWORD_VARIABLE = "PARLEY_KEYSTORE_PASSWORD";

  /** How long the subject's name may be, X.520. */
  private static final int MAX_SUBJECT = 64;

  private final Identity identity;

  private SelfSigned(Identity identity) {
    this.identity = identity;
  }

  /** Whether {@code text} can be what a certificate is for. */
  public static boolean isHost(String text) {
    return IpText.isMeantBy(text) ? IpText.parse(text).isPresent() : NAME.matcher(text).matches();
  }

  /**
   * Makes one.
   *
   * @param hosts names and addresses, for each of which {@link #isHost} says yes
   * @throws TlsProblem when there is no keytool, or it fails
   */
  public static SelfSigned make(List<String> hosts, int days) throws TlsProblem {
    try {
      Path folder = Files.createTempDirectory("parley-certificate");
      try {
        return new SelfSigned(make(hosts, days, folder));
      } finally {
        Files.deleteIfExists(folder.resolve("keystore"));
        Files.deleteIfExists(folder.resolve("password"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new TlsProblem("no certificate can be made: " + e.getMessage(), e);
    }
  }

  private static Identity make(List<String> hosts, int days, Path folder)
      throws IOException, TlsProblem {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Path keystore = folder.resolve("keystore");
    ProcessBuilder keytool =
        new ProcessBuilder(
            keytool().toString(),
            "-genkeypair",
            "-alias",
            "parley",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + (hosts.get(0).length() > MAX_SUBJECT ? "parley" : hosts.get(0)),
            "-validity",
            String.valueOf(days),
            "-ext",
            "SAN=" + hosts.stream().map(SelfSigned::alternative).collect(Collectors.joining(",")),
            "-ext",
            "KeyUsage=digitalSignature",
            "-ext",
            "ExtendedKeyUsage=serverAuth",
            "-storetype",
            "PKCS12",
            "-keystore",
            keystore.toString(),
            "-storepass:env",
            PASSWORD_VARIABLE);
    keytool.environment().put(PASSWORD_VARIABLE, password);
    run(keytool.redirectErrorStream(true));
    Path passwordFile = Files.createFile(folder.resolve("password"), forTheOwner(folder));
    Files.writeString(passwordFile, password);
    return Identity.read(
        new TlsSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.of(keystore),
            Optional.of(passwordFile),
            TlsSettings.PROTOCOLS,
            List.of(),
            TlsSettings.ClientCertificates.NONE,
            Optional.empty(),
            false,
            Duration.ZERO));
  }

  private static Path keytool() throws TlsProblem {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    for (String name : List.of("keytool", "keytool.exe")) {
      if (Files.isExecutable(bin.resolve(name))) {
        return bin.resolve(name);
      }
    }
    throw new TlsProblem(
        "this Java runtime has no keytool; make a pair with: openssl req -x509 -newkey ec -pkeyopt"
            + " ec_paramgen_curve:P-256 -nodes -days 365 -subj /CN=HOST -addext"
            + " subjectAltName=DNS:HOST -keyout key.pem -out certificate.pem");
  }

  private static void run(ProcessBuilder builder) throws IOException, TlsProblem {
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new TlsProblem(
            "keytool has failed: "
                + said.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new TlsProblem("keytool has been interrupted", e);
    }
  }

  private static String alternative(String host) {
    return (IpText.isMeantBy(host) ? "ip:" : "dns:") + host;
  }

  /** The certificate's, as {@code parley chat --trust} wants it. */
  public String fingerprint() {
    return identity.fingerprint();
  }

  /**
   * Writes both as PEM, the key for its owner's eyes only.
   *
   * @param replace whether files that are there may be replaced
   * @throws TlsProblem when they are there and may not be replaced, or cannot be written
   */
  public void write(Path certificate, Path key, boolean replace) throws TlsProblem {
    for (Path each : List.of(certificate, key)) {
      if (!replace && Files.exists(each)) {
        throw new TlsProblem(each + " is there already; --force replaces it");
      }
    }
    // Nothing is replaced before both are there whole: a server may look meanwhile.
    Path newKey = beside(key);
    Path newCertificate = beside(certificate);
    try {
      Files.writeString(
          create(newKey, true), Pem.write("PRIVATE KEY", identity.key().getEncoded()));
      Files.writeString(
          create(newCertificate, false),
          Pem.write("CERTIFICATE", identity.certificate().getEncoded()));
      Files.move(newKey, key, StandardCopyOption.ATOMIC_MOVE);
      Files.move(newCertificate, certificate, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(newKey);
      delete(newCertificate);
      throw new TlsProblem(
          "cannot write " + key + " and " + certificate + ": " + FileTrouble.writing(newKey, e), e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e); // it has just been read
    }
  }

  private static Path beside(Path file) {
    return file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".new");
  }

  private static Path create(Path file, boolean secret) throws IOException {
    Files.deleteIfExists(file);
    FileAttribute<?>[] attributes =
        secret ? forTheOwner(file.getParent()) : new FileAttribute<?>[0];
    return Files.createFile(file, attributes);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What could not be written may not be there to be deleted.
    }
  }

  private static FileAttribute<?>[] forTheOwner(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
