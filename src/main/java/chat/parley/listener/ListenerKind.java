package chat.parley.listener;

import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.RawProtocol;
import chat.parley.transport.Framing;
import java.util.Locale;

/**
 * What is spoken at a listener. This is the one place that lists it.
 *
 * <p>A further kind is an entry here: how its bytes are cut, what makes the protocol of each
 * connection, and whether TLS is around that. The protocol is a package of its own, with a {@link
 * chat.parley.protocol.Protocol} and a {@link chat.parley.protocol.NoticeFormat}. What may be set
 * is a section of the kind's name in {@code reference.conf}; the compiler shows where it is read.
 * Limits, refusals, TLS and going down are the listener's, for all kinds; rooms, users and sessions
 * know of none.
 */
public enum ListenerKind {
  LINES(false) {
    @Override
    ProtocolStack stack(ListenerSettings settings) {
      return lines(settings);
    }
  },
  RAW(false) {
    @Override
    ProtocolStack stack(ListenerSettings settings) {
      var raw = new RawProtocol();
      return new ProtocolStack(Framing.chunks(), () -> raw);
    }
  },
  /** Lines over TLS. */
  TLS(true) {
    @Override
    ProtocolStack stack(ListenerSettings settings) {
      return lines(settings);
    }
  };

  private final boolean secured;

  ListenerKind(boolean secured) {
    this.secured = secured;
  }

  /** What is spoken at a listener of this kind that has {@code settings}. */
  abstract ProtocolStack stack(ListenerSettings settings);

  private static ProtocolStack lines(ListenerSettings settings) {
    return new ProtocolStack(
        Framing.lines(settings.maxLine()),
        () -> new LinesProtocol(settings.maxLine(), settings.commands()));
  }

  /** Whether it is spoken inside TLS. */
  public boolean isSecured() {
    return secured;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
