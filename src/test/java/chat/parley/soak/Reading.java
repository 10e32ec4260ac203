package chat.parley.soak;

/**
 * What a server holds at one time.
 *
 * @param descriptors its open files, connections among them
 * @param heap bytes of its heap that live objects take, after a garbage collection
 * @param direct bytes of its direct memory
 */
record Reading(long descriptors, long heap, long direct) {
  private static final long MIB = 1 << 20;

  /** How much more there may be afterwards and count as nothing: what caches and the JIT keep. */
  static final long HEAP_TOLERANCE = 4 * MIB;

  static final long DIRECT_TOLERANCE = 2 * MIB;

  /** Whether, as far as the tolerance goes, there is no more than {@code before}. */
  boolean isBackAt(Reading before) {
    return descriptors <= before.descriptors
        && heap <= before.heap + HEAP_TOLERANCE
        && direct <= before.direct + DIRECT_TOLERANCE;
  }
}
