package io.tenantry.app.shell.palette;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.navigation.Place;

/**
 * Something the palette offers.
 *
 * @param id by which it is known again; the same for the same thing
 * @param icon what kind it is
 * @param title what it does or what it is called
 * @param detail what kind of thing it is, written beside it; may be empty
 * @param keys its keys, empty for none
 * @param run does it
 */
public record PaletteEntry(
    String id, Icon icon, String title, String detail, String keys, Runnable run) {

  /** A command, known by its title. */
  public static PaletteEntry command(Icon icon, String title, String keys, Runnable run) {
    return new PaletteEntry("do " + title, icon, title, "", keys, run);
  }

  /** A thing of the engine, known by the place it leads to. */
  static PaletteEntry thing(Icon icon, String title, String detail, Place place, Runnable run) {
    return new PaletteEntry(idOf(place), icon, title, detail, "", run);
  }

  /** Returns the id of what leads to a place. */
  public static String idOf(Place place) {
    return "go " + place.route() + " " + place.subject();
  }

  /** Returns how well it fits; what it is called counts more than what kind it is. */
  int likeness(Likeness typed) {
    int byTitle = typed.to(title);
    int byBoth = typed.to(title + " " + detail);
    return byTitle == Likeness.NONE && byBoth != Likeness.NONE ? byBoth / 2 : byTitle;
  }
}
