package io.tenantry.app.screens.drift;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.compare.ComparisonPane;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The schema of one tenant against its version. Its subject is the tenant's id. */
public final class DriftView implements Screen {
  private final DriftViewModel model;
  private final DriftDeeds deeds;
  private final ComparisonPane comparison;
  private final StackPane told = new StackPane();
  private final PageHead head;
  private final VBox root;

  public DriftView(DriftViewModel model, DriftDeeds deeds, LayoutMemory memory) {
    this.model = model;
    this.deeds = deeds;
    comparison = new ComparisonPane(memory, "drift");
    head = createHead();
    told.managedProperty().bind(told.visibleProperty());
    RoundFrame frame = new RoundFrame(comparison);
    VBox.setVgrow(frame, Priority.ALWAYS);
    VBox content = new VBox(told, frame);
    content.getStyleClass().add("column");
    root =
        Panels.page(
            new ScreenStatePane(
                model.state(),
                content,
                new EmptyState(Icon.DRIFT, "", ""),
                LoadingSkeleton.twoLines(4),
                model::load));
    model.standing().subscribe(this::show);
  }

  private PageHead createHead() {
    ComboBox<WorkspaceName> databases = new ComboBox<>(model.choices());
    databases.setConverter(new ChoiceWords<>(WorkspaceName::value));
    databases.setAccessibleText(Text.of("drift.database"));
    databases.managedProperty().bind(databases.visibleProperty());
    model.choices().subscribe(() -> databases.setVisible(model.choices().size() > 1));
    databases.setVisible(false);
    databases.setOnAction(_ -> model.database().set(Optional.ofNullable(databases.getValue())));
    model.database().subscribe(now -> now.ifPresent(databases::setValue));
    return new PageHead("")
        .tool(databases)
        .actions(
            Action.of(Text.of("drift.check"), Icon.REFRESH, model::check)
                .enabledWhile(model.checking().not()),
            Action.of(Text.of("drift.accept"), Icon.CHECKED, deeds::accept)
                .shownWhile(known(SchemaStanding::isOpen)),
            Action.of(Text.of("drift.forceBack"), Icon.UNDO, deeds::forceBack)
                .shownWhile(known(SchemaStanding::isFound)),
            Action.of(Text.of("drift.adopt"), Icon.VERSION, deeds::adopt)
                .shownWhile(known(SchemaStanding::isFound)));
  }

  private ObservableValue<Boolean> known(Predicate<SchemaStanding> question) {
    return model.standing().map(now -> now.filter(question).isPresent());
  }

  private void show(Optional<SchemaStanding> standing) {
    head.caption(standing.map(DriftView::caption).orElse(""));
    Optional<Callout> callout = standing.filter(now -> !now.isSame()).map(this::callout);
    callout.ifPresentOrElse(told.getChildren()::setAll, told.getChildren()::clear);
    told.setVisible(callout.isPresent());
    standing.ifPresent(
        now ->
            comparison.show(
                now.comparison(),
                Text.of("drift.side.version", now.blueprint(), now.version()),
                Text.of("drift.side.tenant", model.tenant())));
  }

  private static String caption(SchemaStanding now) {
    return now.isSame()
        ? Text.of("drift.same", now.blueprint(), now.version())
        : now.found()
            .map(drift -> Text.of("drift.checked", Figures.ago(drift.checkedAt(), Instant.now())))
            .orElseGet(() -> Text.of("drift.unchecked"));
  }

  private Callout callout(SchemaStanding now) {
    if (now.found().isEmpty()) {
      return new Callout(
              Tone.WARNING,
              Text.of("drift.differs", now.blueprint(), now.version()),
              Text.of("drift.differs.unchecked"))
          .action(Buttons.normal(Text.of("drift.check"), model::check));
    }
    TenantDrift drift = now.found().get();
    Callout callout =
        drift.state() == TenantDrift.State.ACCEPTED
            ? new Callout(
                Tone.INFO,
                Text.of("drift.isAccepted", now.blueprint(), now.version()),
                Text.of("drift.isAccepted.text"))
            : new Callout(
                Tone.WARNING,
                Text.of("drift.differs", now.blueprint(), now.version()),
                Text.of("drift.differs.text", now.version()));
    drift.problem().ifPresent(problem -> callout.add(Labels.prose(problem)));
    if (now.comparison().different().isEmpty()) {
      callout.add(Labels.prose(Text.of("drift.onlyVersion")));
    }
    return callout;
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
    model.show(TenantId.existing(subject));
  }

  @Override
  public void hidden() {
    model.leave();
  }
}
