package chat.parley.access;

/** A password as somebody gave it, in a wrapper that no log and no message can show. */
public record Secret(String text) {
  @Override
  public String toString() {
    return "***";
  }
}
