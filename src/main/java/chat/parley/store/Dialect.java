package chat.parley.store;

/** The databases that a store can be in, where their SQL differs. */
enum Dialect {
  SQLITE(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'",
      "SELECT count(*) FROM sqlite_schema",
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"),
  POSTGRESQL(
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'parley' AND tablename = 'schema_version'",
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'parley'",
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'parley'");

  private final String hasVersion;
  private final String hasTables;
  private final String tables;

  Dialect(String hasVersion, String hasTables, String tables) {
    this.hasVersion = hasVersion;
    this.hasTables = hasTables;
    this.tables =
        "SELECT name FROM ("
            + tables
            + ") AS t WHERE name <> 'schema_version' AND name NOT LIKE 'search%' ORDER BY name";
  }

  /** A query for a number, which is 0 when there is no table {@code schema_version}. */
  String hasVersion() {
    return hasVersion;
  }

  /** A query for a number, which is 0 when there is no table. */
  String hasTables() {
    return hasTables;
  }

  /** A query for the names of all tables but those that are made of others. */
  String tables() {
    return tables;
  }
}
