/** How actors get their threads, where Pekko's own executors are not the best choice. */
package chat.parley.dispatch;
