/** Who may not come in or speak: bans, mutes, operators and what they order. */
package chat.parley.moderation;
