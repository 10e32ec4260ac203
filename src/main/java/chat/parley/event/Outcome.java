package chat.parley.event;

/**
 * What came of something that a client has asked for: a record for each possibility, in a sealed
 * family per actor that answers. An actor says what has happened, and never how that reads: every
 * protocol has words of its own for all of them.
 */
public interface Outcome {}
