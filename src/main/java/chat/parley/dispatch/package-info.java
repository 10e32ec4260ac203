/** The executors of actors, where Pekko's own are not the best choice. */
package chat.parley.dispatch;
