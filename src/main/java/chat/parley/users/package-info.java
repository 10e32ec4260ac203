/**
 * Who is called what: {@link chat.parley.users.NameService} gives out names, keeps registered ones
 * for whom they belong to, and knows who does not want to hear whom.
 */
package chat.parley.users;
