package chat.parley.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** The private key in a PEM file: PKCS#8, not encrypted, RSA or EC. */
final class PemKey {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC");

  private PemKey() {}

  static PrivateKey read(Path file, String what) throws TlsProblem {
    List<Pem.Block> blocks = Pem.read(file, what);
    for (Pem.Block block : blocks) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return key(block, file, what);
        }
        case "ENCRYPTED PRIVATE KEY" ->
            throw new TlsProblem(
                what
                    + ": "
                    + file
                    + " is encrypted, and nobody is asked for its password; decrypt it with:"
                    + " openssl pkcs8 -in "
                    + file
                    + " -out NEW");
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            throw new TlsProblem(
                what
                    + ": "
                    + file
                    + " is of an old form ("
                    + block.label()
                    + "); make a PKCS#8 key of it with: openssl pkcs8 -topk8 -nocrypt -in "
                    + file
                    + " -out NEW");
        default -> {
          // Something that tools write beside a key, such as EC PARAMETERS.
        }
      }
    }
    throw new TlsProblem(
        what + ": " + file + " has no private key, but a " + blocks.get(0).label());
  }

  private static PrivateKey key(Pem.Block block, Path file, String what) throws TlsProblem {
    try {
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(block.data()));
        } catch (InvalidKeySpecException e) {
          // Of another kind.
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no RSA or EC", e);
    }
    throw new TlsProblem(what + ": " + file + " is not an RSA or EC key, or it is damaged");
  }
}
