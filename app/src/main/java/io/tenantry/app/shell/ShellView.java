package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.ScaledRoot;
import io.tenantry.app.controls.WholeText;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.FocusRescue;
import io.tenantry.app.fx.MenuKeys;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.page.Screen;
import io.tenantry.app.projects.ProjectSwitcher;
import io.tenantry.app.settings.Density;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.shell.palette.Palette;
import io.tenantry.app.shell.palette.PaletteViewModel;
import io.tenantry.app.text.Text;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * The window's content: header, sidebar, screen, job bar, status bar, and what lies above. UI
 * thread.
 */
public final class ShellView {
  private final ShellViewModel model;
  private final Sidebar sidebar;
  private final ThemeSwitch themes;
  private final BorderPane frame = new BorderPane();
  private final Flyouts flyouts = new Flyouts();
  private final WindowRegions regions;
  private final ModalHost host;
  private final Dialogs dialogs;
  private final PageFrame page;
  private final StackPane center;
  private final Palette palette;
  private final ScaledRoot scaled;
  private final ScaleKeys scaling;

  /**
   * Builds the window's content.
   *
   * @param layers empty; the host lies around it
   * @param host where dialogs are shown
   */
  public ShellView(
      ShellViewModel model,
      ShellTools tools,
      ProjectSwitcher projects,
      StackPane layers,
      ModalHost host) {
    this.model = model;
    this.themes = tools.themes();
    this.host = host;
    this.dialogs = tools.dialogs();
    PaletteOffer offer = new PaletteOffer(model);
    this.palette =
        new Palette(
            new PaletteViewModel(
                tools.tasks(),
                model.navigator(),
                () -> offer.entries(general(), themes),
                model.connection()::get,
                tools.memories()),
            host);
    this.page = new PageFrame(model.navigator());
    this.center = createCenter();
    this.scaled = new ScaledRoot(host);
    this.scaling = new ScaleKeys(tools.settings().scaleProperty());
    fit(tools.settings());
    frame.getStyleClass().add("shell");
    Header header = header(projects);
    sidebar = new Sidebar(model, tools.settings());
    StackPane status = statusBar();
    frame.setTop(header);
    frame.setLeft(sidebar);
    frame.setCenter(center);
    frame.setBottom(status);
    regions = new WindowRegions(List.of(header, sidebar, page, status), page, page::focusMain);
    ToastStack toasts = new ToastStack(model.errors().notices(), tools.tasks(), page::focusMain);
    StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
    layers.getChildren().setAll(frame, toasts, flyouts);
    follow();
    listen();
    FocusRescue.install(host, page::focusMain);
    MenuKeys.install(host);
    WholeText.install(host);
    CaretRest.install(host, tools.tasks(), InstantSource.system());
  }

  private void follow() {
    model.screen().subscribe(this::showScreen);
    model.refreshing().subscribe(page::refreshing);
    model.connection().subscribe(this::frameByGuard);
  }

  private void listen() {
    scaled.addEventFilter(InputEvent.ANY, _ -> model.used());
    scaled.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    scaled.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
  }

  private void fit(WindowSettings settings) {
    settings.densityProperty().subscribe(this::applyDensity);
    settings.scaleProperty().subscribe(now -> scaled.scale(now.factor()));
  }

  /** Returns the root of the scene. */
  public Parent root() {
    return scaled;
  }

  /** Opens the palette. */
  public void openPalette() {
    palette.open();
  }

  private Bell bell() {
    Notices notices = model.errors().notices();
    Bell[] bell = new Bell[1];
    bell[0] =
        new Bell(notices, () -> flyouts.toggle(bell[0], new NoticeList(notices, flyouts::close)));
    return bell[0];
  }

  private Header header(ProjectSwitcher projects) {
    JobsButton[] jobs = new JobsButton[1];
    jobs[0] =
        new JobsButton(
            model.work(), () -> flyouts.toggle(jobs[0], new JobList(model, flyouts::close)));
    return new Header(
        new ConnectionSwitcher(model),
        new GuardChip(model.connection()),
        projects,
        new SearchButton(palette::open),
        jobs[0],
        bell(),
        new ThemeButton(themes));
  }

  private StackPane createCenter() {
    StackPane box = new StackPane(page);
    box.getStyleClass().add("guard-frame");
    return box;
  }

  /** Of an engine that does not answer there is nothing else to say. */
  private StackPane statusBar() {
    StatusBar bar = new StatusBar(model, flyouts, this::showKeys);
    LinkStrip strip = new LinkStrip(model);
    bar.visibleProperty().bind(strip.visibleProperty().not());
    return new StackPane(bar, strip);
  }

  private void showScreen(Optional<Screen> screen) {
    if (screen.isPresent()) {
      page.show(model.navigator().current().get(), screen.get());
    } else {
      page.clear();
    }
  }

  private void frameByGuard(Optional<OpenConnection> open) {
    GuardLevel level = open.map(now -> now.connection().guard()).orElse(GuardLevel.OPEN);
    center.getStyleClass().setAll("guard-frame", level.styleClass());
  }

  private void applyDensity(Density density) {
    scaled.getStyleClass().remove("density-compact");
    if (density == Density.COMPACT) {
      scaled.getStyleClass().add("density-compact");
    }
  }

  private List<Command> commands() {
    List<Command> all = new ArrayList<>(screenCommands());
    all.addAll(everywhere());
    return all;
  }

  private List<Command> screenCommands() {
    return model.screen().get().map(ShellView::commandsOf).orElse(List.of());
  }

  private static List<Command> commandsOf(Screen screen) {
    return Stream.concat(
            PaletteOffer.actionsOf(screen.head()).map(Action::command), screen.commands().stream())
        .toList();
  }

  private List<Command> everywhere() {
    List<Command> all = new ArrayList<>(ShellKeys.routes(model));
    all.add(new Command(Text.of("shell.keys.palette"), "Shortcut+K", palette::open));
    all.addAll(general());
    all.add(Command.later(Text.of("shell.keys.menu"), "Shift+F10"));
    return all;
  }

  private List<Command> general() {
    List<Command> all = new ArrayList<>(ShellKeys.moves(model));
    all.add(new Command(Text.of("shell.keys.theme"), "Shortcut+Shift+L", themes::toggle));
    all.addAll(scaling.commands());
    all.add(new Command(Text.of("shell.keys.sidebar"), "Shortcut+B", sidebar::toggle));
    all.add(
        new Command(Text.of("shell.keys.window"), "Shortcut+Shift+N", model.windows()::openNew));
    all.add(new Command(Text.of("shell.keys.quit"), "Shortcut+Q", model.windows()::quit));
    all.add(new Command(Text.of("shell.keys.nextRegion"), "F6", regions::next));
    all.add(new Command(Text.of("shell.keys.previousRegion"), "Shift+F6", regions::previous));
    all.add(new Command(Text.of("shell.keys.help"), "?", this::showKeys));
    return all;
  }

  private void showKeys() {
    dialogs.show(KeyHelp.sheet(screenCommands(), everywhere()));
  }

  private void keyPressed(KeyEvent event) {
    if (host.isOpen()) {
      return;
    }
    boolean inPage = event.getTarget() instanceof Node target && page.isWorkedIn(target);
    for (Command command : commands()) {
      if (matches(command, event) && (inPage || !isPlain(event))) {
        command.run().run();
        event.consume();
        return;
      }
    }
  }

  private void keyTyped(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean editing = event.getTarget() instanceof GenericStyledArea<?, ?, ?>;
    if ("?".equals(event.getCharacter()) && !typing && !editing && !host.isOpen()) {
      showKeys();
      event.consume();
    }
  }

  private static boolean matches(Command command, KeyEvent event) {
    String keys = command.keys();
    return command.isBoundByShell()
        && !keys.isEmpty()
        && !"?".equals(keys)
        && (KeyCombination.valueOf(keys).match(event) || ScaleKeys.isAlso(keys, event));
  }

  /** A key that means something else everywhere: Delete, Enter, a letter. */
  private static boolean isPlain(KeyEvent event) {
    boolean held = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    return !held && !event.getCode().isFunctionKey();
  }

  /** Returns the frame, for tests. */
  BorderPane frame() {
    return frame;
  }
}
