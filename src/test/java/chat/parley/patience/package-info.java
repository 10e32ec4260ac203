/**
 * What tests wait with. Each wait has an end, and says there what it has waited for: {@link
 * chat.parley.patience.Wait} for what comes of threads and sockets, {@link
 * chat.parley.patience.LineSocket} for lines that come and go, {@link chat.parley.patience.Child}
 * for processes. The interrupt of JUnit's timeout ends neither a read from a process nor one from a
 * socket.
 */
package chat.parley.patience;
