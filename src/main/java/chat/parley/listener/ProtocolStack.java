package chat.parley.listener;

import chat.parley.protocol.Protocol;
import chat.parley.transport.Framing;

/** What a listener's clients speak: how their bytes are cut, and what the frames mean. */
record ProtocolStack(Framing framing, Protocol.Factory protocols) {}
