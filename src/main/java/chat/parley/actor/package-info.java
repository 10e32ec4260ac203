/** What actors of any kind build on. */
package chat.parley.actor;
