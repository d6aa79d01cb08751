package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;

/** Shows places in the console's window and keeps pictures of them. Called by the tour's thread. */
public interface Camera {
  /**
   * Shows a place, waits until it has settled, and keeps a picture of it.
   *
   * @param name what the picture is called, without an ending
   */
  void picture(String name, Place place);
}
