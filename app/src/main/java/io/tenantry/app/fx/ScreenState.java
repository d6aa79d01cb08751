package io.tenantry.app.fx;

/** The four states of anything that is loaded, as one value instead of four flags. */
public sealed interface ScreenState {
  /** The first answer has not come yet. */
  ScreenState LOADING = new Loading();

  /** The answer came and there is nothing in it. */
  ScreenState EMPTY = new Empty();

  /** The answer is on the screen. */
  ScreenState LOADED = new Loaded();

  /** Waiting for the first answer. */
  record Loading() implements ScreenState {}

  /** Nothing there yet. */
  record Empty() implements ScreenState {}

  /** There is something to show. */
  record Loaded() implements ScreenState {}

  /**
   * It could not be loaded.
   *
   * @param problem what the user reads
   */
  record Failed(Problem problem) implements ScreenState {}

  /** Loaded or empty, by the number of rows. */
  static ScreenState ofCount(long rows) {
    return rows == 0 ? EMPTY : LOADED;
  }

  /** Failed with the given problem. */
  static ScreenState failed(Problem problem) {
    return new Failed(problem);
  }
}
