package io.tenantry.app.tour;

/**
 * A scripted way through the console. It is a test, too: the installer runs every tour on what
 * ships. Called on the tour's own thread, on a fresh data folder unless it goes on.
 */
public interface Tour {
  /** Returns how it is called on the command line. */
  String name();

  /** Returns what it does, a few words. */
  String title();

  /** Says whether it may begin on a data folder that has something in it. */
  default boolean goesOn() {
    return false;
  }

  /**
   * Runs it.
   *
   * @throws Exception when a step does not do what it must
   */
  void run(TourEngine engine, TourWindow window, TourLog log) throws Exception;
}
