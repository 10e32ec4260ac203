package chat.parley.patience;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection on which lines come and go, in UTF-8, for whoever plays one side of it. Whatever
 * waits on it has an end. {@link Dial} connects to a server.
 */
public final class LineSocket implements Closeable {
  private final String peer;
  private final Duration patience;

  /** The connection itself. */
  private final Socket wire;

  /** What is spoken on: the same, or what was put on it. */
  private final Socket socket;

  private final InputStream in;

  /** What is put on a connection before anybody speaks, such as TLS. */
  public interface Layer {
    Socket on(Socket connected) throws IOException;
  }

  /**
   * What speaks on a connection that is there.
   *
   * @param peer who is at the other side, "the server" for example
   * @param patience how long something to read may take
   */
  public LineSocket(String peer, Socket wire, Duration patience, Layer layer) throws IOException {
    this.peer = peer;
    this.patience = patience;
    this.wire = wire;
    wire.setSoTimeout(Math.toIntExact(patience.toMillis()));
    wire.setTcpNoDelay(true);
    this.socket = layer.on(wire);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) throws IOException {
    Wait.doing(
        wire,
        peer + " to take " + bytes.length + " bytes",
        () -> {
          OutputStream out = socket.getOutputStream();
          out.write(bytes);
          out.flush(); // the other side, and so this, may have ended the connection already
        });
  }

  /**
   * The next line, without its end; null when the other side has ended its.
   *
   * @throws EOFException when it has ended it within a line
   */
  public String line() throws IOException {
    byte[] line = lineOfBytes();
    return line == null ? null : new String(line, StandardCharsets.UTF_8);
  }

  /** As {@link #line}, as it came. */
  public byte[] lineOfBytes() throws IOException {
    return on("a line of " + peer, this::readLine);
  }

  private byte[] readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 && line.size() == 0) {
        return null;
      }
      if (b < 0) {
        throw new EOFException(peer + " has ended the connection within a line: " + line);
      }
      line.write(b);
    }
    return line.toByteArray();
  }

  /** What comes, for what is read otherwise than by lines. */
  public InputStream input() {
    return in;
  }

  /** What {@code blocking} comes to, which reads from the {@link #input}. */
  public <T> T on(String what, Wait.Blocking<T> blocking) throws IOException {
    try {
      return Wait.on(wire, what, patience, blocking);
    } catch (SocketTimeoutException e) {
      throw Wait.inVain(what, patience);
    }
  }

  /** Ends this side, and can still read. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Vanishes without a word, as a killed program does: the connection is reset. */
  public void reset() throws IOException {
    wire.setSoLinger(true, 0);
    wire.close();
  }

  /** Closes the connection in order; may be called again. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
