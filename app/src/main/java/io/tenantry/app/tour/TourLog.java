package io.tenantry.app.tour;

import io.tenantry.app.text.Figures;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Prints what the tour does, a line each, with the time that each step took. */
public final class TourLog {
  private final PrintWriter out;
  private int step;

  public TourLog(PrintWriter out) {
    this.out = out;
  }

  /** Starts a numbered step. */
  void step(String title) {
    step++;
    out.printf("%n%d. %s%n", step, title);
    out.flush();
  }

  /** Prints a fact. */
  void fact(String text) {
    out.println("   " + text);
    out.flush();
  }

  /** Does something and prints what, and how long it took. */
  <T> T timed(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    fact(what + " · " + Figures.duration(Duration.ofNanos(System.nanoTime() - start)));
    return result;
  }
}
