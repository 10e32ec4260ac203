/**
 * {@code parley bench}: puts a load on a server, checks every delivery and reports how fast it was.
 *
 * <pre>
 * BenchCommand             the options; starts an OwnServer when there is no target
 *  └─ Bench                the run: join, warm up, measure
 *      ├─ Members          all connections, read by one thread
 *      │    ├─ Member      one connection: finds the messages in its bytes
 *      │    │    └─ Deliveries   checks their order
 *      │    └─ RoomLoad    one room: what is sent and what has arrived
 *      ├─ ClosedLoop or OpenLoop   sends, by Senders: as fast as it goes, or by a Schedule
 *      └─ Result           what came out; TextReport or JsonReport writes it
 * </pre>
 *
 * <p>It knows servers only by what they say on a socket, so it can measure others too. The thread
 * that reads must be faster than the server that writes, or it would measure itself: it makes no
 * objects and no strings while messages come in.
 */
package chat.parley.bench;
