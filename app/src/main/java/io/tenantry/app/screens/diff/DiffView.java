package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.compare.ComparisonChoice;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.sql.ScriptPane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.recorded.CarryQuestion;
import io.tenantry.app.recorded.RecordedList;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.SkippedChange;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What waits to be deployed: as objects, as statements, and as one script. */
public final class DiffView implements Screen {
  private static final int STATEMENTS = 0;
  private static final int STRUCTURE = 1;
  private static final int DATA = 3;
  private static final int WARNINGS = 4;
  private static final int SKIPPED = 5;

  private final DiffViewModel model;
  private final WriteGuard guard;
  private final PageHead head;
  private final ChangeList changes;
  private final ComparisonChoice<Baseline> structure;
  private final ScriptPane script = new ScriptPane(Text.of("diff.copy"));
  private final PageTabs tabs = new PageTabs();
  private final StackPane staying = new StackPane();
  private final StackPane warned = new StackPane();
  private final StackPane skipped = new StackPane();
  private final VBox root;

  public DiffView(DiffViewModel model, WriteGuard guard, LayoutMemory memory) {
    this.model = model;
    this.guard = guard;
    changes = new ChangeList(model, this::skip, this::revert);
    structure =
        new ComparisonChoice<>(
            memory,
            "diff.structure",
            Text.of("diff.compareWith"),
            Baseline::words,
            model::compareWith);
    head = pageHead();
    addTabs();
    for (Node note : new Node[] {staying, warned, skipped}) {
      note.managedProperty().bind(note.visibleProperty());
    }
    // Below the tabs: a note that comes or goes moves nothing that is pointed at.
    VBox loaded = new VBox(tabs, settings(), warned, staying, skipped);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    loaded.getStyleClass().add("diff-loaded");
    root =
        StyleSheets.add(
            Panels.page(
                new ScreenStatePane(model.state(), loaded, nothing(), model::reload)
                    .wayOut(Text.of("workspace.all"), model::openWorkspaces)),
            RecordedList.class,
            "recorded.css");
    StyleSheets.add(root, DiffView.class, "diff.css");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.summary().subscribe(this::show);
    model.comparison().subscribe((_, _) -> compare());
    model.baselines().subscribe(() -> structure.offer(model.baselines()));
    model.baseline().subscribe(structure::choose);
    model.changes().subscribe(() -> script.show(model.script()));
    model.warnings().subscribe(this::warn);
    warn();
  }

  private void addTabs() {
    tabs.add(Text.of("diff.tab.statements"), changes)
        .add(Text.of("diff.tab.structure"), structure)
        .add(Text.of("diff.tab.script"), script)
        .add(Text.of("diff.tab.data"), RecordedList.ofData(model.data(), this::decide))
        .add(Text.of("diff.tab.warnings"), RecordedList.ofWarnings(model.warnings()))
        .add(Text.of("diff.tab.skipped"), new SkippedList(model.skipped(), this::include));
  }

  private PageHead pageHead() {
    return new PageHead(Text.of("diff.title"))
        .actions(Action.of(Text.of("diff.openWorkspace"), Icon.WORKSPACES, model::openWorkspace))
        .primary(
            Action.of(Text.of("diff.createTenants"), Icon.TENANTS, model::createTenants)
                .shownWhile(model.summary().map(DiffSummary::lacksTenants)))
        .primary(
            Action.of(Text.of("diff.deploy"), Icon.DEPLOYMENTS, model::deploy)
                .keys("Shortcut+Enter")
                .shownWhile(model.summary().map(DiffSummary::hasTenants))
                .enabledWhile(model.summary().map(DiffSummary::isDeployable)));
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
    List<Command> commands = new ArrayList<>(tabs.commands());
    commands.add(Command.of(Text.of("diff.next"), () -> move(1)));
    commands.add(Command.of(Text.of("diff.previous"), () -> move(-1)));
    return commands;
  }

  private Callout settings() {
    Callout callout = new Callout(Tone.WARNING, Text.of("diff.settings"), "");
    callout.visibleProperty().bind(model.summary().map(DiffSummary::settingsPending));
    callout.managedProperty().bind(callout.visibleProperty());
    return callout;
  }

  /** Rows that tenants will not get are named where the changes are. */
  private Callout staying(long statements) {
    return new Callout(
            Tone.WARNING, Text.of("diff.data.stays", statements), Text.of("diff.data.staysHelp"))
        .action(Buttons.normal(Text.of("diff.data.show"), Icon.TABLE, () -> tabs.show(DATA)));
  }

  /** By what the workspace differs from its blueprint is named where the changes are. */
  private Callout skipped(int changes) {
    return new Callout(
            Tone.INFO, Text.of("diff.skipped.note", changes), Text.of("diff.skipped.differs"))
        .action(Buttons.normal(Text.of("diff.skipped.show"), Icon.SKIP, () -> tabs.show(SKIPPED)));
  }

  /** What goes wrong with rows is said before anything is deployed. */
  private void warn() {
    int number = model.warnings().size();
    warned.setVisible(number > 0);
    warned.getChildren().clear();
    if (number > 0) {
      warned
          .getChildren()
          .add(
              new Callout(
                      Tone.WARNING,
                      Text.of("diff.warnings.title", number),
                      Text.of("diff.warnings.text"))
                  .action(
                      Buttons.normal(
                          Text.of("diff.warnings.show"), Icon.WARNING, () -> tabs.show(WARNINGS))));
    }
  }

  /** Nothing waits, or nothing ever does. */
  private Node nothing() {
    Node deployed = deployed();
    Node control = control();
    control.visibleProperty().bind(model.control());
    deployed.visibleProperty().bind(model.control().not());
    return new StackPane(deployed, control);
  }

  private Node control() {
    return new EmptyState(
            Icon.WORKSPACES, Text.of("diff.control.title"), Text.of("diff.control.text"))
        .action(
            Buttons.normal(Text.of("diff.openWorkspace"), Icon.WORKSPACES, model::openWorkspace))
        .link(Buttons.link(Text.of("workspace.all"), model::openWorkspaces));
  }

  private Node deployed() {
    return new EmptyState(
            Icon.PENDING_CHANGES, Text.of("diff.empty.title"), Text.of("diff.empty.text"))
        .action(
            Buttons.normal(Text.of("diff.openWorkspace"), Icon.WORKSPACES, model::openWorkspace))
        .link(Buttons.link(Text.of("diff.empty.deployments"), model::openDeployments));
  }

  private void show(DiffSummary summary) {
    head.caption(summary.caption());
    staying.setVisible(summary.staying() > 0);
    staying.getChildren().clear();
    if (summary.staying() > 0) {
      staying.getChildren().add(staying(summary.staying()));
    }
    skipped.setVisible(summary.skipped() > 0);
    skipped.getChildren().clear();
    if (summary.skipped() > 0) {
      skipped.getChildren().add(skipped(summary.skipped()));
    }
    List<Node> chips = new ArrayList<>();
    summary
        .version()
        .ifPresent(version -> chips.add(Chip.tag(Text.of("diff.version", version.toString()))));
    if (summary.destructive() > 0) {
      chips.add(new Chip(Tone.DANGER, Text.of("diff.destructiveCount", summary.destructive())));
    }
    head.chips(chips.toArray(Node[]::new));
  }

  private void compare() {
    String version = model.summary().get().version().map(Object::toString).orElse("");
    structure.show(
        model.comparison().get(), model.baseline().get().words(), Text.of("diff.latest", version));
  }

  private void skip(PendingChange row) {
    guard.run(
        GuardedChange.normal(
            Text.of("diff.skip.title", row.object()),
            Text.of("diff.skip.text"),
            Text.of("diff.skip.action"),
            model.summary().get().workspace()),
        () -> model.skip(row));
  }

  private void include(SkippedChange row) {
    guard.run(
        GuardedChange.normal(
            Text.of("diff.include.title", row.change().object()),
            Text.of("diff.include.text"),
            Text.of("diff.include"),
            model.summary().get().workspace()),
        () -> model.include(row));
  }

  private void decide(DataStatement statement) {
    new CarryQuestion(guard)
        .beforeSwitching(
            statement,
            model.summary().get().workspace(),
            () -> model.carry(statement, !statement.carried()));
  }

  private void revert(PendingChange row) {
    String inverse = row.inverse().orElse("");
    String title = Text.of("diff.revert.title", row.object());
    String action = Text.of("diff.revert.action");
    String name = model.summary().get().workspace();
    GuardedChange change =
        row.revertDestroys()
            ? GuardedChange.destructive(
                title, Text.of("diff.revert.destroys", inverse), action, name)
            : GuardedChange.normal(title, Text.of("diff.revert.text", inverse), action, name);
    guard.run(change, () -> model.revert(row));
  }

  private void move(int step) {
    if (tabs.shown() == STRUCTURE) {
      structure.move(step);
    } else {
      tabs.show(STATEMENTS);
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
      default -> {
        return;
      }
    }
    event.consume();
  }
}
