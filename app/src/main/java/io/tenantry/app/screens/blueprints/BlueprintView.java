package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.compare.ComparisonChoice;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.sql.ScriptPane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One blueprint: its versions as a line at the left, the one that is looked at at the right. */
public final class BlueprintView implements Screen {
  private final BlueprintViewModel model;
  private final FileDialogs files;
  private final PageHead head;
  private final ListView<VersionEntry> line;
  private final ComparisonChoice<Optional<VersionEntry>> comparison;
  private final Label fingerprint = Labels.mono("");
  private final Label chosen = Labels.title("");
  private final Hyperlink tenants;
  private final ScriptPane statements = new ScriptPane(Text.of("blueprint.copy"));
  private final ScriptPane schema = new ScriptPane(Text.of("blueprint.copy"));
  private final PageTabs tabs = new PageTabs();
  private final VBox root;
  private boolean following;

  public BlueprintView(BlueprintViewModel model, FileDialogs files, LayoutMemory memory) {
    this.model = model;
    this.files = files;
    comparison =
        new ComparisonChoice<>(
            memory,
            "blueprint.compare",
            Text.of("blueprint.compareWith"),
            BlueprintView::wordsOrNothing,
            model::compareWith);
    tenants = Buttons.link("", this::openTenants);
    line = line();
    head = pageHead();
    SplitPane split =
        Panels.split(memory, "blueprint", Orientation.HORIZONTAL, 0.37, line, right());
    SplitPane.setResizableWithParent(line, false);
    EmptyState empty = new EmptyState(Icon.BLUEPRINTS, Text.of("blueprint.empty"), "");
    root =
        StyleSheets.add(
            Panels.page(
                new ScreenStatePane(
                        model.state(),
                        new RoundFrame(split),
                        empty,
                        LoadingSkeleton.twoLines(6),
                        model::load)
                    .wayOut(Text.of("blueprint.all"), model::openBlueprints)),
            BlueprintView.class,
            "blueprints.css");
    model.selected().subscribe(this::follow);
    model.version().subscribe(this::showVersion);
    model.comparison().subscribe((_, _) -> compare());
    model.versions().subscribe(this::showVersions);
    model.rollout().subscribe(this::showRollout);
    model.other().subscribe(comparison::choose);
  }

  private PageHead pageHead() {
    return new PageHead("")
        .actions(
            Action.of(Text.of("blueprint.openWorkspace"), Icon.WORKSPACES, model::openWorkspace),
            Action.of(Text.of("blueprint.export"), Icon.EXPORT, this::export)
                .keys("Shortcut+S")
                .enabledWhile(model.version().map(Optional::isPresent)))
        .primary(
            Action.of(Text.of("blueprint.createTenants"), Icon.TENANTS, model::createTenants)
                .shownWhile(model.rollout().map(BlueprintView::lacksTenants)))
        .primary(
            Action.of(Text.of("blueprint.deploy"), Icon.DEPLOYMENTS, model::deploy)
                .shownWhile(model.rollout().map(rollout -> rollout.tenants() > 0)));
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
    String name = PlaceSubjects.nameIn(subject);
    model.open(name);
    PlaceSubjects.partIn(subject).ifPresent(model::lookAt);
    head.titleProperty().set(name);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return tabs.commands();
  }

  private ListView<VersionEntry> line() {
    ListView<VersionEntry> list = new ListView<>(model.versions());
    list.getStyleClass().addAll("plain", "version-list");
    list.setAccessibleText(Text.of("blueprint.versions"));
    list.setCellFactory(_ -> new VersionCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
    return list;
  }

  private void picked(@Nullable VersionEntry row) {
    if (row != null && !following && !model.isLookedAt(row)) {
      model.select(row);
    }
  }

  private void follow(Optional<VersionEntry> row) {
    following = true;
    row.ifPresent(line.getSelectionModel()::select);
    following = false;
    chosen.setText(row.map(BlueprintView::words).orElse(""));
    long on = row.map(VersionEntry::tenants).orElse(0L);
    tenants.setText(Text.of("blueprint.tenants", on));
    tenants.setVisible(on > 0);
  }

  private void openTenants() {
    model.selected().get().ifPresent(model::openTenants);
  }

  private Node right() {
    tabs.add(Text.of("blueprint.tab.statements"), statements)
        .add(Text.of("blueprint.tab.schema"), schema)
        .add(Text.of("blueprint.tab.compare"), comparison);
    chosen.setMinWidth(Region.USE_PREF_SIZE);
    fingerprint.setMinWidth(0);
    HBox head = Panels.row(chosen, tenants, Panels.spacer(), fingerprint);
    head.getStyleClass().add("version-head");
    EmptyState nothing = new EmptyState(Icon.VERSION, Text.of("blueprint.empty"), "");
    BorderPane pane =
        new BorderPane(new ScreenStatePane(model.detail(), tabs, nothing, model::loadDetail));
    pane.setTop(head);
    return pane;
  }

  private void showVersions() {
    List<Optional<VersionEntry>> choices = new ArrayList<>();
    model.versions().forEach(row -> choices.add(Optional.of(row)));
    choices.add(Optional.empty());
    comparison.offer(choices);
    comparison.choose(model.other().get());
  }

  private void showRollout(Rollout rollout) {
    boolean known = !rollout.latest().isEmpty();
    head.caption(
        known
            ? Text.of("blueprint.subtitle", model.versions().size()) + " · " + rollout.words()
            : "");
    if (known) {
      head.chips(Chip.tag(Text.of("blueprint.number", rollout.latest())));
    } else {
      head.chips();
    }
  }

  private static boolean lacksTenants(Rollout rollout) {
    return !rollout.latest().isEmpty() && rollout.tenants() == 0;
  }

  private void showVersion(Optional<BlueprintVersion> version) {
    statements.show(version.map(this::ownStatements).orElse(""));
    schema.show(version.map(found -> script(found.schema())).orElse(""));
    String hash = version.map(BlueprintVersion::fingerprint).orElse("");
    fingerprint.setText(hash.length() > 14 ? hash.substring(0, 14) : hash);
    fingerprint.setTooltip(new Tooltip(Text.of("blueprint.fingerprint", hash)));
  }

  /** A version can come without a statement, as by a skip: then it says of what it came. */
  private String ownStatements(BlueprintVersion version) {
    return version.statements().isEmpty()
        ? Text.of(
            "blueprint.noStatements", model.selected().get().map(VersionEntry::summary).orElse(""))
        : script(version.statements());
  }

  private void compare() {
    comparison.show(
        model.comparison().get(),
        model.other().get().map(row -> words(row)).orElseGet(() -> Text.of("blueprint.nothing")),
        model.selected().get().map(row -> words(row)).orElse(""));
  }

  private static String words(VersionEntry row) {
    return Text.of("blueprint.version", row.version().toString());
  }

  private static String script(List<String> statements) {
    return statements.stream()
        .map(String::strip)
        .map(sql -> sql.endsWith(";") ? sql : sql + ";")
        .collect(Collectors.joining("\n\n"));
  }

  private void export() {
    files
        .save(Text.of("blueprint.export"), model.exportName(), FileDialogs.FileKind.SQL)
        .ifPresent(model::export);
  }

  /** Writes what a version is compared with. */
  private static String wordsOrNothing(Optional<VersionEntry> version) {
    return version.map(BlueprintView::words).orElseGet(() -> Text.of("blueprint.nothing"));
  }
}
