package chat.parley.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what to put on the server. */
final class LoadOptions {
  /** The largest message, in bytes. */
  static final int MAX_SIZE = 64 * 1024;

  private static final int MAX_MEMBERS = 1_000_000;
  private static final int MAX_WINDOW = 1_000_000;
  private static final double MAX_RATE = 1e6;
  private static final int DEFAULT_WINDOW = 64;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many join, in all rooms together.")
  private int members;

  @Option(
      names = "--senders",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many members of each room send.")
  private int senders;

  @Option(
      names = "--rooms",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many rooms they are spread over.")
  private int rooms;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      defaultValue = "64",
      description = "How long a message is.")
  private int size;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = {
        "How many messages may be on their way in each room.",
        "  Default: " + DEFAULT_WINDOW
      })
  private Integer window;

  @Option(
      names = "--rate",
      paramLabel = "PER_S",
      description = "How many messages are sent a second, in all rooms together.")
  private Double rate;

  @Option(
      names = "--bare",
      description = "The server asks no name and has one room, like parley's raw listener.")
  private boolean bare;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * The load that they ask for.
   *
   * @throws picocli.CommandLine.ParameterException when it makes no sense
   */
  Load load() {
    require(members >= 2 && members <= MAX_MEMBERS, "--members must be 2 to " + MAX_MEMBERS);
    require(rooms >= 1 && rooms <= members / 2, "--rooms must be 1 to half of --members");
    require(
        senders >= 1 && senders <= members / rooms,
        "--senders must be 1 to as many as a room has members, which is " + members / rooms);
    require(
        size >= MessageFormat.MIN_SIZE && size <= MAX_SIZE,
        "--size must be " + MessageFormat.MIN_SIZE + " to " + MAX_SIZE + " bytes");
    require(
        rate == null || window == null,
        "--rate and --window exclude each other: messages go by the clock, or as fast as they"
            + " are delivered");
    require(rate == null || (rate > 0 && rate <= MAX_RATE), "--rate must be above 0, to 1000000");
    require(
        window == null || (window >= 1 && window <= MAX_WINDOW),
        "--window must be 1 to " + MAX_WINDOW);
    require(!bare || rooms == 1, "--rooms needs a server that has rooms, so not --bare");
    return new Load(
        members,
        rooms,
        senders,
        size,
        bare,
        rate == null ? 0 : rate,
        window == null ? DEFAULT_WINDOW : window);
  }

  private void require(boolean condition, String otherwise) {
    Usage.require(spec, condition, otherwise);
  }
}
