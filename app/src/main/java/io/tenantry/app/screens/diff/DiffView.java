package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.compare.ComparisonPane;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What waits to be deployed: as objects, as statements, and as one script. */
public final class DiffView implements Screen {
  private final DiffViewModel model;
  private final WriteGuard guard;
  private final PageHead head;
  private final ChangeList changes;
  private final ComparisonPane comparison;
  private final SqlEditor script = new SqlEditor().editable(false);
  private final ComboBox<Baseline> baseline = new ComboBox<>();
  private final TabPane tabs = new TabPane();
  private final VBox root;

  public DiffView(DiffViewModel model, WriteGuard guard, LayoutMemory memory) {
    this.model = model;
    this.guard = guard;
    changes = new ChangeList(model, this::skip, this::revert);
    comparison = new ComparisonPane(memory, "diff.structure");
    head =
        new PageHead(Text.of("diff.title"))
            .actions(
                Action.of(Text.of("diff.openWorkspace"), Icon.WORKSPACES, model::openWorkspace))
            .primary(
                Action.of(Text.of("diff.deploy"), Icon.DEPLOYMENTS, model::deploy)
                    .keys("Shortcut+Enter")
                    .enabledWhile(model.state().map(DiffView::isLoaded)));
    tabs.getTabs()
        .addAll(
            tab(Text.of("diff.tab.statements"), changes),
            tab(Text.of("diff.tab.structure"), structure()),
            tab(Text.of("diff.tab.script"), script()));
    VBox loaded = new VBox(settingsStrip(), tabs);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    loaded.getStyleClass().add("diff-loaded");
    root =
        StyleSheets.add(
            Panels.page(new ScreenStatePane(model.state(), loaded, empty(), model::reload)),
            DiffView.class,
            "diff.css");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.summary().subscribe(this::show);
    model.comparison().subscribe((_, _) -> compare());
    model.baseline().subscribe(baseline::setValue);
    model.changes().subscribe(() -> script.load(model.script()));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    model.open(subject);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(Text.of("diff.tab.statements"), "Alt+1", () -> select(0)),
        new Command(Text.of("diff.tab.structure"), "Alt+2", () -> select(1)),
        new Command(Text.of("diff.tab.script"), "Alt+3", () -> select(2)),
        Command.of(Text.of("diff.next"), () -> move(1)),
        Command.of(Text.of("diff.previous"), () -> move(-1)));
  }

  /** Shows a tab by its place, from 0. */
  void select(int tab) {
    tabs.getSelectionModel().select(tab);
  }

  private static boolean isLoaded(ScreenState state) {
    return state instanceof ScreenState.Loaded;
  }

  private Node structure() {
    baseline.setItems(model.baselines());
    baseline.setConverter(new ChoiceWords<>(Baseline::words));
    baseline.setAccessibleText(Text.of("diff.compareWith"));
    baseline.setOnAction(
        _ -> {
          if (baseline.getValue() != null) {
            model.compareWith(baseline.getValue());
          }
        });
    HBox bar = Panels.row(Labels.muted(Text.of("diff.compareWith")), baseline);
    bar.getStyleClass().add("strip");
    BorderPane pane = new BorderPane(comparison);
    pane.setTop(bar);
    return pane;
  }

  private Node script() {
    script.getStyleClass().add("flush");
    Button copy = CopyField.copyButton(Text.of("diff.copy"), model::script);
    StackPane pane = new StackPane(script, copy);
    pane.getStyleClass().add("script-pane");
    return pane;
  }

  private HBox settingsStrip() {
    HBox strip =
        Panels.row(
            Icons.of(Feather.SLIDERS, "icon-warning"), Labels.body(Text.of("diff.settings")));
    strip.getStyleClass().add("pending-strip");
    strip.visibleProperty().bind(model.summary().map(DiffSummary::settingsPending));
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  private Node empty() {
    return new EmptyState(
            Feather.CHECK_CIRCLE, Text.of("diff.empty.title"), Text.of("diff.empty.text"))
        .action(Buttons.normal(Text.of("diff.openWorkspace"), Feather.EDIT_3, model::openWorkspace))
        .link(Buttons.link(Text.of("diff.empty.deployments"), model::openDeployments));
  }

  private void show(DiffSummary summary) {
    if (summary.version().isEmpty()) {
      head.caption("").chips();
      return;
    }
    head.caption(Text.of("diff.subtitle", summary.changes(), summary.tenants()));
    List<Node> chips = new ArrayList<>();
    chips.add(Chip.tag(Text.of("diff.version", summary.version().get().toString())));
    if (summary.destructive() > 0) {
      chips.add(new Chip(Tone.DANGER, Text.of("diff.destructiveCount", summary.destructive())));
    }
    head.chips(chips.toArray(Node[]::new));
  }

  private void compare() {
    String version = model.summary().get().version().map(Object::toString).orElse("");
    comparison.show(
        model.comparison().get(), model.baseline().get().words(), Text.of("diff.latest", version));
  }

  private void skip(ChangeRow row) {
    guard.run(
        Change.normal(
            Text.of("diff.skip.title", row.object()),
            Text.of("diff.skip.text"),
            Text.of("diff.skip.action"),
            model.summary().get().workspace()),
        () -> model.skip(row));
  }

  private void revert(ChangeRow row) {
    String inverse = row.inverse().orElse("");
    String title = Text.of("diff.revert.title", row.object());
    String action = Text.of("diff.revert.action");
    String name = model.summary().get().workspace();
    Change change =
        row.revertDestroys()
            ? Change.destructive(title, Text.of("diff.revert.destroys", inverse), action, name)
            : Change.normal(title, Text.of("diff.revert.text", inverse), action, name);
    guard.run(change, () -> model.revert(row));
  }

  private void move(int step) {
    if (tabs.getSelectionModel().getSelectedIndex() == 1) {
      comparison.move(step);
    } else {
      select(0);
      changes.move(step);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case N -> move(1);
      case P -> move(-1);
      case DIGIT1 -> select(0);
      case DIGIT2 -> select(1);
      case DIGIT3 -> select(2);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }
}
