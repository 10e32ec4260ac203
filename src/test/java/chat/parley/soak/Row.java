package chat.parley.soak;

import java.time.Duration;
import java.util.List;

/** What one attack has shown. */
record Row(
    String attack,
    long opened,
    long closed,
    long sent,
    long delivered,
    long lost,
    long skipped,
    Reading before,
    Reading after,
    Duration longestPause,
    String seen,
    List<String> faults) {}
