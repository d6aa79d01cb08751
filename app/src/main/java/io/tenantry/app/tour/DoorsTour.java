package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.Credential;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Every place of the console, empty and full, with each of its tabs, menus and dialogs, pictured in
 * every look. What a button does at once it does; what changes data asks first and is left.
 */
public final class DoorsTour implements Tour {
  private final String sampleSql;
  private final List<Look> looks;

  /**
   * Creates it.
   *
   * @param sampleSql a schema to import besides the template
   * @param looks what pictures are kept
   */
  public DoorsTour(String sampleSql, List<Look> looks) {
    this.sampleSql = sampleSql;
    this.looks = looks;
  }

  @Override
  public String name() {
    return "doors";
  }

  @Override
  public String title() {
    return "every screen, tab and dialog";
  }

  @Override
  public void run(TourEngine engine, TourWindow window, TourLog log) throws Exception {
    Doors doors = new Doors(window, log, looks);
    log.step("Empty: every place before there is anything");
    for (ScreenRoute route : ScreenRoute.values()) {
      if (route.parent().isEmpty()) {
        doors.show("empty-" + word(route), Place.of(route));
      }
    }
    log.step("Full: tenants, a deployment that failed for one of them, pending changes");
    Estate estate =
        log.timed("filled", () -> Estate.small(engine.open(Credential.owner()), sampleSql));
    for (ScreenRoute route : ScreenRoute.values()) {
      doors.show(word(route), estate.place(route));
    }
    log.step("Doors: every button and every menu item, with changes that ask first");
    window.ui(
        () -> {
          window.askBeforeChanges();
          return true;
        });
    for (ScreenRoute route : ScreenRoute.values()) {
      doors.press(word(route), estate.place(route));
    }
    log.step("Everywhere: the palette and the keys");
    doors.open("palette", window::openPalette);
    doors.open("keys", () -> typeQuestionMark(window.scene().getRoot()));
    log.fact(doors.opened().size() + " dialogs");
    MainTour.expect(
        doors.wrong().isEmpty(), "nothing fails, but:\n" + String.join("\n", doors.wrong()));
  }

  private static void typeQuestionMark(Node root) {
    root.fireEvent(
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false));
  }

  private static String word(ScreenRoute route) {
    return route.name().toLowerCase(Locale.ROOT);
  }
}
