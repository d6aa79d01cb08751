package io.tenantry.app.page;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.fx.Command;
import io.tenantry.app.settings.ProjectMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Screens as the tabs of a page of one thing. Only the one that is seen is shown and asks the
 * engine. Each is built when it is first seen, and anew for another thing, so that nothing of the
 * thing before can be seen. UI thread.
 */
public final class ScreenTabs {
  private static final int KEPT = 20;

  private final PageTabs tabs = new PageTabs();
  private final List<Part> parts = new ArrayList<>();
  private final ProjectMemory memory;
  private final String key;
  private Optional<Screen> open = Optional.empty();
  private String subject = "";
  private boolean isShown;

  /**
   * Creates it without tabs.
   *
   * @param key under which it is remembered at which tab each thing was left
   */
  public ScreenTabs(ProjectMemory memory, String key) {
    this.memory = memory;
    this.key = key;
    tabs.getStyleClass().add("screen-tabs");
    tabs.getSelectionModel().selectedIndexProperty().subscribe((_, _) -> turned());
  }

  /** A tab: the name by which it is opened, what makes its screen, and where that stands. */
  private static final class Part {
    private final String name;
    private final Supplier<Screen> maker;
    private final StackPane place = new StackPane();
    private Optional<Screen> built = Optional.empty();

    Part(String name, Supplier<Screen> maker) {
      this.name = name;
      this.maker = maker;
    }

    Screen screen() {
      Screen screen = built.orElseGet(maker);
      if (built.isEmpty()) {
        built = Optional.of(screen);
        place.getChildren().setAll(framed(screen));
      }
      return screen;
    }

    void drop() {
      built.ifPresent(Screen::left);
      built = Optional.empty();
      place.getChildren().clear();
    }

    private static Node framed(Screen screen) {
      PageHead head = screen.head();
      if (head.actions().isEmpty()) {
        return screen.node();
      }
      Label caption = Labels.cutAtEnd(Labels.caption(""));
      caption.textProperty().bind(head.captionProperty());
      ActionRow actions = new ActionRow();
      head.actions().forEach(action -> action.mainProperty().set(false)); // the page has its own
      actions.show(head.actions(), head.menu());
      HBox.setHgrow(actions, Priority.SOMETIMES);
      HBox bar = new HBox(caption, Panels.spacer());
      bar.getChildren().addAll(head.tools());
      bar.getChildren().add(actions);
      bar.getStyleClass().add("screen-tab-bar");
      VBox.setVgrow(screen.node(), Priority.ALWAYS);
      VBox content = new VBox(bar, screen.node());
      content.getStyleClass().add("screen-tab");
      return content;
    }
  }

  /**
   * Adds a tab behind the others.
   *
   * @param name by which {@link #shown} knows it
   * @param title what it reads
   * @param maker makes its screen
   */
  public ScreenTabs add(String name, String title, Supplier<Screen> maker) {
    Part part = new Part(name, maker);
    parts.add(part);
    tabs.add(title, part.place);
    return this;
  }

  /** Returns the tabs. */
  public Node node() {
    return tabs;
  }

  /**
   * Shows a tab about a thing.
   *
   * @param tab the name of the one that is wanted; empty for the one at which this thing was left,
   *     or else for the first
   */
  public void shown(String wanted, Optional<String> tab) {
    if (!wanted.equals(subject)) {
      drop();
      subject = wanted;
    }
    tabs.show(tab.flatMap(this::placeOf).orElseGet(this::lastPlace));
    remember();
    isShown = true;
    enter();
  }

  private void remember() {
    List<String> last = new ArrayList<>(List.of(kept(parts.get(tabs.shown()))));
    memory.value(key).lines().filter(line -> !isAboutIt(line)).limit(KEPT - 1).forEach(last::add);
    memory.keep(key, String.join("\n", last));
  }

  /** A tab and what it is about. */
  private String kept(Part part) {
    return part.name + " " + subject;
  }

  private boolean isAboutIt(String line) {
    return line.substring(line.indexOf(' ') + 1).equals(subject);
  }

  private Optional<Integer> placeOf(String name) {
    return parts.stream().filter(part -> part.name.equals(name)).findFirst().map(parts::indexOf);
  }

  private int lastPlace() {
    List<String> last = memory.value(key).lines().toList();
    return parts.stream()
        .filter(part -> last.contains(kept(part)))
        .findFirst()
        .map(parts::indexOf)
        .orElse(0);
  }

  /** Drops what the tab that is seen has still to load. */
  public void hidden() {
    leave();
    isShown = false;
  }

  /** Ends what goes on in any of them. */
  public void left() {
    drop();
  }

  /** Returns what opens each tab, and what can be done in the one that is seen. */
  public List<Command> commands() {
    List<Command> all = new ArrayList<>(tabs.commands());
    Set<String> taken = new HashSet<>();
    all.forEach(command -> taken.add(command.keys()));
    open.stream()
        .flatMap(ScreenTabs::commandsOf)
        .filter(command -> command.keys().isEmpty() || taken.add(command.keys()))
        .forEach(all::add);
    return all;
  }

  private static Stream<Command> commandsOf(Screen screen) {
    Stream<Action> actions =
        Stream.concat(screen.head().actions().stream(), screen.head().menu().stream());
    return Stream.concat(
        actions.filter(Action::isPossible).map(Action::command), screen.commands().stream());
  }

  private void turned() {
    if (isShown) {
      remember();
      leave();
      enter();
    }
  }

  private void enter() {
    Screen screen = parts.get(tabs.shown()).screen();
    open = Optional.of(screen);
    screen.shown(subject);
  }

  private void leave() {
    open.ifPresent(Screen::hidden);
    open = Optional.empty();
  }

  private void drop() {
    leave();
    parts.forEach(Part::drop);
  }
}
