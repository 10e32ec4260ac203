package chat.parley.transport;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * What has come for the owner of a connection and it has not been told yet, as frames. It is told,
 * when it asks, all that have come together: Pekko reads a chunk ahead, so what the socket holds by
 * then is in later chunks. As long as it does not ask, no chunk is asked for, and the client's own
 * TCP window holds it back.
 */
final class InboundBuffer {

  /** Where chunks come from. */
  interface Source {
    /** Asks for one more chunk, unless one has been asked for or none can come. */
    void pull();

    /** Has {@link #handOver} called when what is on its way by now has come. */
    void handOverSoon();
  }

  /** How many chunks are gathered at most, or one who never stops would never be heard. */
  private static final int MAX_CHUNKS = 4;

  private final FrameDecoder decoder;
  private final ConnectionOwner owner;
  private final Source source;
  private final List<Frame> gathered = new ArrayList<>(1);

  /** Whether the owner waits for frames. */
  private boolean asked;

  /** How many more chunks may be read before the owner must ask again. */
  private int chunksLeft;

  /** Whether nothing is to be read but what has come already. */
  private boolean last;

  /** Whether the chunk that Pekko had read ahead by then has been asked for. */
  private boolean lastPulled;

  /** Whether a chunk has come since {@link Source#handOverSoon} was called. */
  private boolean moreCame;

  /** Whether no more can come, but the owner has not been told all that came. */
  private boolean restWaits;

  /** Whether the client has not ended its side in order, but its connection broke. */
  private boolean broken;

  InboundBuffer(FrameDecoder decoder, ConnectionOwner owner, Source source) {
    this.decoder = decoder;
    this.owner = owner;
    this.source = source;
  }

  /** Whether only what has come is read. */
  boolean isLast() {
    return last;
  }

  /** The owner has dealt with all that it was told, and wants more. */
  void ask() {
    asked = true;
    chunksLeft = last ? 1 : MAX_CHUNKS;
    if (gathered.isEmpty() && decoder.hasMore()) {
      gathered.addAll(decoder.more());
    }
    if (restWaits) {
      tellRest();
      return;
    }
    if (!gathered.isEmpty() || last) {
      handOverSoon();
    }
    if (mayGather() && !lastPulled) {
      lastPulled = last;
      source.pull();
    }
  }

  /** Reads no more than has come; when that has been handed over, the owner is told so. */
  void readLast() {
    last = true;
    lastPulled = asked;
    if (asked) {
      chunksLeft = 1;
      handOverSoon();
    }
  }

  /** A chunk has come. */
  void add(ByteString chunk) {
    boolean nothingBefore = gathered.isEmpty();
    gathered.addAll(decoder.split(chunk));
    moreCame = true;
    if (gathered.isEmpty()) {
      source.pull();
    } else if (asked) {
      if (nothingBefore) {
        handOverSoon();
      }
      if (--chunksLeft > 0 && mayGather()) {
        source.pull();
      }
    }
  }

  /** Few short lines take little, but a chunk may have thousands. */
  private boolean mayGather() {
    return gathered.size() < FrameDecoder.MAX_FRAMES && !decoder.hasMore();
  }

  private void handOverSoon() {
    moreCame = false;
    source.handOverSoon();
  }

  /** Tells the owner what there is, when what was on its way has come too. */
  void handOver() {
    if (moreCame) {
      handOverSoon();
    } else if (!gathered.isEmpty()) {
      tellGathered();
    } else if (last && asked) {
      asked = false;
      owner.readOut();
    }
  }

  private void tellGathered() {
    asked = false;
    owner.received(List.copyOf(gathered));
    gathered.clear();
  }

  /** The client has ended its side. */
  void end() {
    restWaits = true;
    if (asked || !decoder.hasMore()) {
      tellRest();
    }
  }

  /** The connection broke: what came before is still for the others, but for half a line. */
  void breakOff() {
    broken = true;
    end();
  }

  /** Tells what came before the end; the end too when that was all. */
  private void tellRest() {
    restWaits = decoder.hasMore();
    if (!restWaits && !broken) {
      gathered.addAll(decoder.end());
    }
    tellGathered();
    if (!restWaits) {
      owner.ended();
    }
  }
}
