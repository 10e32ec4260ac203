/**
 * The listeners: each binds a port, admits connections or turns them away, and makes a session of
 * each that it admits. {@link chat.parley.listener.ListenerKind} lists what may be spoken.
 */
package chat.parley.listener;
