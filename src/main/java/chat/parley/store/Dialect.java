package chat.parley.store;

/** The databases that a store can be in, where their SQL differs. */
enum Dialect {
  SQLITE,
  POSTGRESQL
}
