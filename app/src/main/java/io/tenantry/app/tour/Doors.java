package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/**
 * Opens whatever can be opened at a place: its tabs, its menus, and every dialog that a button or a
 * menu item leads to. It knows no screen: it presses what is there, so that a new door is found by
 * itself.
 */
final class Doors {
  private static final int MOST_AT_A_PLACE = 80;

  private final TourWindow window;
  private final TourLog log;
  private final List<Look> looks;
  private final Set<Object> pressed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> opened = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param looks how everything is pictured; the window is left in the first
   */
  Doors(TourWindow window, TourLog log, List<Look> looks) {
    this.window = window;
    this.log = log;
    this.looks = looks;
  }

  /** Shows a place and each of its tabs. */
  void show(String name, Place place) throws InterruptedException {
    window.go(place);
    keep(name);
    for (String tab : tabNames()) {
      if (select(tab)) {
        keep(name + "-" + word(tab));
      }
    }
  }

  /** Presses what there is at a place and under each of its tabs. */
  void press(String name, Place place) throws InterruptedException {
    int before = opened.size();
    Set<String> done = new HashSet<>();
    window.go(place);
    int controls = pressAll(name, place, done);
    for (String tab : tabNames()) {
      if (select(tab)) {
        controls += pressAll(name + "-" + word(tab), place, done);
      }
    }
    List<String> dialogs = opened.subList(before, opened.size());
    log.fact(
        "%s: %d controls; dialogs: %s"
            .formatted(name, controls, dialogs.isEmpty() ? "none" : String.join(", ", dialogs)));
  }

  /** Opens a dialog that no button leads to. */
  void open(String name, Runnable way) throws InterruptedException {
    window.ui(
        () -> {
          way.run();
          return true;
        });
    afterPress(name, name);
  }

  /** Returns the dialogs that were opened. */
  List<String> opened() {
    return List.copyOf(opened);
  }

  /** Returns what went wrong, each with where. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Presses what is shown and was not pressed at this place yet; returns how many. */
  private int pressAll(String name, Place place, Set<String> done) throws InterruptedException {
    for (int count = 0; count < MOST_AT_A_PLACE; count++) {
      Optional<Door> next = window.ui(() -> next(done));
      if (next.isEmpty()) {
        return count;
      }
      String tab =
          window.ui(() -> tabs().filter(Tab::isSelected).map(Tab::getText).findFirst()).orElse("");
      boolean left = press(name, next.get(), place);
      if (left) {
        window.go(place);
        select(tab);
      }
    }
    return MOST_AT_A_PLACE;
  }

  private Optional<Door> next(Set<String> done) {
    Door.selectFirstRows(window.scene().getRoot());
    return Door.in(window.scene().getRoot()).stream()
        .filter(door -> !pressed.contains(door.identity()) && !done.contains(door.label()))
        .findFirst()
        .map(
            door -> {
              pressed.add(door.identity());
              done.add(door.label());
              return door;
            });
  }

  /** Presses one; says whether the place was left or a dialog lay over it. */
  private boolean press(String name, Door door, Place place) throws InterruptedException {
    window.ui(
        () -> {
          door.press().run();
          return true;
        });
    boolean dialog = afterPress(name + "-" + word(door.label()), door.label());
    return dialog || !window.ui(() -> place.equals(window.place()));
  }

  private boolean afterPress(String name, String label) throws InterruptedException {
    window.settle();
    boolean dialog = window.ui(window::isDialogOpen);
    if (dialog) {
      opened.add(label);
      keep(name);
    }
    window.ui(
        () -> {
          Door.closePopups(window.scene().getWindow());
          if (window.isDialogOpen()) {
            window.closeDialog();
          }
          Door.escape(window.scene());
          return true;
        });
    note(name);
    return dialog;
  }

  private void keep(String name) throws InterruptedException {
    for (Look look : looks) {
      window.picture(name, look);
    }
    if (looks.size() > 1) {
      window.look(looks.getFirst());
    }
    note(name);
  }

  private void note(String name) throws InterruptedException {
    for (String fault : window.faults()) {
      wrong.add(name + ": " + fault);
      log.fact("WRONG at " + name + ": " + fault);
    }
  }

  private boolean select(String tab) throws InterruptedException {
    boolean found =
        window.ui(
            () -> {
              Optional<Tab> wanted = tabs().filter(one -> tab.equals(one.getText())).findFirst();
              wanted.ifPresent(one -> one.getTabPane().getSelectionModel().select(one));
              return wanted.isPresent();
            });
    window.settle();
    return found;
  }

  private List<String> tabNames() throws InterruptedException {
    return window.ui(() -> tabs().map(Tab::getText).toList());
  }

  private Stream<Tab> tabs() {
    return Door.visible(window.scene().getRoot(), TabPane.class).stream()
        .flatMap(pane -> pane.getTabs().stream());
  }

  private static String word(String label) {
    String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.replaceAll("^-|-$", "");
  }
}
