package chat.parley.soak;

import java.util.concurrent.atomic.LongAdder;

/** What is counted during one attack, from any thread. */
final class Counts {
  final LongAdder opened = new LongAdder();
  final LongAdder closed = new LongAdder();

  /** Numbered posts, by whomever. */
  final LongAdder sent = new LongAdder();

  void reset() {
    opened.reset();
    closed.reset();
    sent.reset();
  }
}
