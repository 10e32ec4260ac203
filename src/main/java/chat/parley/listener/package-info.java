/** The listeners: each binds a port and makes a session of every connection. */
package chat.parley.listener;
