package chat.parley.soak;

/** Something that people or their machines do to a server. */
interface Attack {
  /** What it is called in the table. */
  String title();

  /** How the server is started that it is made against. */
  default ServerProcess.Options server() {
    return ServerProcess.Options.USUAL;
  }

  /** Whether the log may speak of errors. */
  default boolean causesErrors() {
    return false;
  }

  /**
   * Does the same in small, before anything is measured, so that what a server keeps for good (its
   * classes, its pool of buffers) is there already; leaves nobody behind.
   */
  void warmUp(Scene scene) throws Exception;

  /**
   * Does it.
   *
   * @return what has been seen, for the table
   */
  String run(Scene scene) throws Exception;
}
