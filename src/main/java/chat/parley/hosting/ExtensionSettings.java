package chat.parley.hosting;

import java.time.Duration;

/**
 * The limits of extensions; {@code parley.extension} in {@code reference.conf} explains each.
 *
 * @param mailbox how many events or questions may wait for one
 * @param maxFailures after how many failures one is put aside
 * @param minBackoff how long the first restart waits; each further one twice as long
 * @param maxBackoff but not longer than this
 * @param forgetFailuresAfter after how long without one failures are forgotten
 * @param answerWithin how long a gate may take to answer
 * @param refuseUnanswered whether what a gate does not answer in time is refused; otherwise it
 *     passes
 */
public record ExtensionSettings(
    int mailbox,
    int maxFailures,
    Duration minBackoff,
    Duration maxBackoff,
    Duration forgetFailuresAfter,
    Duration answerWithin,
    boolean refuseUnanswered) {}
