package chat.parley.event;

/**
 * Who somebody is, whatever they are called: one value for as long as they are connected, which is
 * never given to anybody else.
 *
 * @param node the machine that they are connected to; 0 where there is only one
 * @param number counted up from 1 on that machine; negative for extensions, unique in their room
 */
public record MemberId(int node, long number) {
  /** Stands where it is not known who somebody was. */
  public static final MemberId NOBODY = new MemberId(0, 0);

  @Override
  public String toString() {
    return node + "-" + number;
  }
}
