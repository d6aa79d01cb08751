package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;

/** The console's window as a tour drives it. Called by the tour's thread. */
public interface TourWindow {
  /** Goes to a place, loads it anew if it is shown already, and waits until it has settled. */
  void go(Place place) throws InterruptedException;

  /**
   * Goes to a place and keeps pictures of it, in Light and Dark.
   *
   * @param name what the pictures are called, without an ending
   * @throws IllegalStateException when something went wrong meanwhile
   */
  default void picture(String name, Place place) throws InterruptedException {
    go(place);
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(name + ": " + String.join("; ", faults));
    }
    picture(name, Look.LIGHT);
    picture(name, Look.DARK);
  }

  /** Returns where the window is; only for the UI thread. */
  Place place();

  /** Keeps a picture of what is shown now, and leaves the window in that look. */
  void picture(String name, Look look) throws InterruptedException;

  /** Gives the window another look. */
  void look(Look look) throws InterruptedException;

  /** Waits until nothing is loaded any more and the layout has come to rest. */
  void settle() throws InterruptedException;

  /**
   * Returns what went wrong since the last time it was asked: errors that nothing caught, errors in
   * the log, stack traces, and what is shown as failed now.
   */
  List<String> faults() throws InterruptedException;

  /** Does something on the UI thread and waits for it. */
  <T> T ui(Callable<T> work) throws InterruptedException;

  /** Returns the scene; only for the UI thread. */
  Scene scene();

  /** Says whether a dialog is shown; only for the UI thread. */
  boolean isDialogOpen();

  /** Closes the dialog that is shown, whatever it holds; only for the UI thread. */
  void closeDialog();

  /** Opens the palette; only for the UI thread. */
  void openPalette();

  /** Makes every change ask first; only for the UI thread. */
  void askBeforeChanges();
}
