/**
 * The terminal client: {@code parley chat}. It speaks to any Budget Chat server over one socket and
 * knows nothing of actors; nothing in here may load Pekko, so that it starts at once.
 *
 * <pre>
 * ChatCommand            options; puts the parts together; the exit status
 *  ├─ Connection         socket threads: dials (Dialer, ServerTrustManager), reads, tries again
 *  │    │                (Backoff)
 *  │    └─ Outbox        lines on their way out; keeps them while there is no connection
 *  ├─ Conversation       what the server's lines mean (ServerLine) and what follows from them
 *  │    ├─ KnownNames    names and rooms heard of, for completion
 *  │    └─ PasswordCache the answers to the server's questions for passwords
 *  └─ Ui                 what the user sees: Screen (EditLine) or PlainUi (dumb terminal, pipe)
 *       ├─ Suspension    what becomes of the terminal at Ctrl-Z
 *       └─ Layout        an Entry as coloured rows (Palette, WordWrap, Mentions)
 * </pre>
 *
 * <p>What comes from the server passes {@link chat.parley.client.SafeLine} before anything else. A
 * line that is a password goes from the user interface to the server and into {@link
 * chat.parley.client.PasswordCache}, and is never an {@link chat.parley.client.Entry}; of a command
 * with a password in it an entry has only the command ({@link chat.parley.client.Secrets}).
 */
package chat.parley.client;
