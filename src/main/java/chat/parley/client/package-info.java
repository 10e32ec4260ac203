/**
 * The terminal client: {@code parley chat}. It speaks to any Budget Chat server over one socket and
 * knows nothing of actors; nothing in here may load Pekko, so that it starts at once.
 *
 * <pre>
 * ChatCommand                 ChatOptions; puts the parts together; the exit status
 *  ├─ Connection              dials (Dialer, ServerTrustManager), reads, tries again (Backoff)
 *  │    └─ LineWriter         writes what is in the Outbox, which keeps it without a connection;
 *  │                          SentLines keep what has been written until it is answered
 *  ├─ Conversation            takes what both sides say (ServerLine) to those that decide
 *  │    ├─ UserState          who and where the user is, and in which Phase of the way in
 *  │    ├─ SignIn             gives the name, with PasswordExchange and PasswordCache
 *  │    ├─ Reconnection       whether to try again; then Rejoin goes back to the room
 *  │    ├─ NumberedLines      what a server says (SyncLine) that was asked for numbers (SyncRequest)
 *  │    │    └─ CatchUp       what was missed, a Replay behind the HistoryMark where the user was
 *  │    ├─ EntryQueue         what is to be shown, made by EntryFactory
 *  │    └─ KnownNames         names and rooms heard of, for completion
 *  └─ Ui                      what the user sees: Screen (EditLine) or PlainUi (dumb terminal, pipe)
 *       ├─ Suspension         what becomes of the terminal at Ctrl-Z
 *       └─ Layout             an Entry as coloured rows (Palette, WordWrap, Mentions)
 * </pre>
 *
 * <p>What comes from the server passes {@link chat.parley.client.SafeLine} before anything else. A
 * line that is a password goes from the user interface to the server and into {@link
 * chat.parley.client.PasswordCache}, and is never an {@link chat.parley.client.Entry}; of a command
 * with a password in it an entry has only the command ({@link chat.parley.client.Secrets}).
 */
package chat.parley.client;
