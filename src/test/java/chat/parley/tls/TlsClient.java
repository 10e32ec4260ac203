package chat.parley.tls;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.apache.pekko.util.ByteString;

/** A client's end of a TLS connection without a socket. */
final class TlsClient {
  private final SSLEngine engine;
  private final TlsEngine records;
  private final Consumer<ByteString> send;
  private final Supplier<Optional<ByteString>> receive;

  /**
   * @param receive what the server sends next, or nothing when it has ended its side
   */
  TlsClient(
      Authority trusted,
      String protocol,
      Consumer<ByteString> send,
      Supplier<Optional<ByteString>> receive) {
    this.engine = trusted.context(Optional.empty()).createSSLEngine("localhost", 1);
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {protocol});
    this.records = new TlsEngine(engine);
    this.send = send;
    this.receive = receive;
  }

  /** Says what a client says first. */
  void greets() throws SSLException {
    send.accept(records.ownWords());
  }

  void shakesHands() throws SSLException {
    while (records.needs() != HandshakeStatus.NOT_HANDSHAKING) {
      switch (records.needs()) {
        case NEED_WRAP -> send.accept(records.ownWords());
        case NEED_TASK -> records.task().run();
        default -> hearsARecord();
      }
    }
  }

  /** What is in the next record; empty when it is about the connection itself. */
  private ByteString hearsARecord() throws SSLException {
    ByteString plain = records.decrypt();
    while (plain == null) {
      records.add(receive.get().orElseThrow(() -> new SSLException("the server has ended")));
      plain = records.decrypt();
    }
    return plain;
  }

  ByteString encrypted(String text) throws SSLException {
    return records.encrypt(ByteString.fromString(text));
  }

  void says(String text) throws SSLException {
    send.accept(encrypted(text));
  }

  /** What the server says next. */
  String hears() throws SSLException {
    ByteString plain = ByteString.emptyByteString();
    while (plain.isEmpty()) {
      plain = hearsARecord();
    }
    return plain.utf8String();
  }

  void hearsGoodbye() throws SSLException {
    while (!records.isInputOver()) {
      hearsARecord();
    }
  }

  void saysGoodbye() throws SSLException {
    records.end();
    send.accept(records.ownWords());
  }

  /** Wants other keys: with TLS 1.2 by another handshake, with TLS 1.3 by an update of them. */
  void wantsOtherKeys() throws SSLException {
    engine.beginHandshake();
    send.accept(records.ownWords());
  }
}
