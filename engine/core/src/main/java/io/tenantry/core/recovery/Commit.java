package io.tenantry.core.recovery;

/**
 * A state that can be restored.
 *
 * @param micros when it was committed; microseconds since 1970, never going back
 * @param segment the segment whose frame ends it; -1 for the state an epoch starts with
 * @param frame that frame, in the counting of its log
 */
record Commit(long micros, int segment, int frame) {
  /** The state an epoch starts with. */
  static Commit start(long micros) {
    return new Commit(micros, -1, 0);
  }

  /** Returns whether this state includes another one of the same epoch. */
  boolean includes(int otherSegment, int otherFrame) {
    return segment > otherSegment || segment == otherSegment && frame >= otherFrame;
  }
}
