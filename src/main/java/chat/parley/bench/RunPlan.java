package chat.parley.bench;

import java.time.Duration;

/**
 * The length of a run.
 *
 * @param warmUp how long messages are sent before anything is measured
 * @param duration how long they are then sent
 * @param maxMessages how many are sent at most in that time
 * @param patience how long nothing may arrive until what is missing counts as lost
 */
record RunPlan(Duration warmUp, Duration duration, long maxMessages, Duration patience) {}
