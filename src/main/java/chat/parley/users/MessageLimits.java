package chat.parley.users;

import java.time.Duration;

/**
 * How many messages may wait for whoever registered names belong to.
 *
 * @param perSender from one registered name, or from one address, whoever they are for
 * @param perReceiver for one registered name
 * @param inAll on the server; 0 when none is to wait
 * @param within how long one waits at most
 */
public record MessageLimits(int perSender, int perReceiver, int inAll, Duration within) {}
