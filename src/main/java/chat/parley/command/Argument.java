package chat.parley.command;

/**
 * A part of what follows a command's name.
 *
 * @param usage what stands for it where the command is explained, such as {@code NAME}
 */
public record Argument(String usage) {

  /** Whether it names a room. */
  public boolean isRoom() {
    return usage.equals("ROOM") || usage.equals("[ROOM]");
  }

  /** Whether nobody may read it. */
  public boolean isPassword() {
    return usage.equals("PASSWORD");
  }

  /** Whether the command makes no sense without it. */
  public boolean isRequired() {
    return !usage.startsWith("[");
  }
}
