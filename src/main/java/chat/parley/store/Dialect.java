package chat.parley.store;

/** The databases that a store can be in, where their SQL differs. */
enum Dialect {
  SQLITE(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'",
      "SELECT count(*) FROM sqlite_schema"),
  POSTGRESQL(
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'parley' AND tablename = 'schema_version'",
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'parley'");

  private final String hasVersion;
  private final String hasTables;

  Dialect(String hasVersion, String hasTables) {
    this.hasVersion = hasVersion;
    this.hasTables = hasTables;
  }

  /** A query for a number, which is 0 when there is no table {@code schema_version}. */
  String hasVersion() {
    return hasVersion;
  }

  /** A query for a number, which is 0 when there is no table. */
  String hasTables() {
    return hasTables;
  }
}
