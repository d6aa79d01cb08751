package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.screens.deployments.NewDeploymentViewModel.PlanState;
import io.tenantry.app.screens.deployments.NewDeploymentViewModel.Reach;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One opening of the sheet of a new deployment: what to bring, to whom, and what will happen in
 * plain words. UI thread.
 */
public final class NewDeploymentSheet {
  private static final double ROOM_FOR_FORECAST = 220;

  private final NewDeploymentViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final ErrorPresenter errors;
  private final FormBuilder form = new FormBuilder();

  public NewDeploymentSheet(
      NewDeploymentViewModel model, Dialogs dialogs, WriteGuard guard, ErrorPresenter errors) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.errors = errors;
  }

  /** Opens the sheet for the newest version to one tenant; calls back when it was started. */
  public void openFor(WorkspaceName blueprint, TenantId tenant, Consumer<Deployment> then) {
    model.only(tenant);
    open(Optional.of(blueprint), then);
  }

  /** Opens the sheet for the newest version to tenants that were chosen in a list. */
  public void openFor(Map<WorkspaceName, List<TenantId>> tenants, Consumer<Deployment> then) {
    model.pick(tenants);
    open(Optional.empty(), then);
  }

  /** Opens the sheet; calls back when a deployment was started. */
  void open(Optional<WorkspaceName> blueprint, Consumer<Deployment> then) {
    model.load(blueprint);
    Sheet sheet =
        new Sheet(Text.of("deployments.sheet.title"), content())
            .subtitle(Text.of("deployments.sheet.subtitle"))
            .width(Sheet.Width.MEDIUM)
            .leavingRoom(ROOM_FOR_FORECAST)
            .draft(model.draft());
    sheet.getStylesheets().add("io/tenantry/app/screens/deployments/deployments.css");
    sheet.footer(check());
    sheet.primary(
        Text.of("deployments.sheet.start"),
        model.canStart(),
        () -> guard.run(change(), () -> start(sheet, then)));
    dialogs.show(sheet, model::leave);
  }

  /** Tries it on copies, and gives up trying; one button, so that nothing moves. */
  private Node check() {
    Button check = Buttons.normal(Text.of("deployments.try"), this::checkOrStop);
    check.setTooltip(new Tooltip(Text.of("deployments.try.help")));
    check.setMinWidth(Region.USE_PREF_SIZE);
    model
        .trial()
        .state()
        .subscribe(
            _ ->
                check.setText(
                    Text.of(model.trial().isGoing() ? "deployments.try.stop" : "deployments.try")));
    check.disableProperty().bind(Bindings.not(model.canTry()));
    return check;
  }

  private void checkOrStop() {
    if (model.trial().isGoing()) {
      model.trial().clear();
    } else {
      model.tryOut();
    }
  }

  private GuardedChange change() {
    if (!(model.plan().get() instanceof PlanState.Known(DeploymentPlan plan, _))) {
      throw new IllegalStateException("only what is known can be started");
    }
    String target = plan.target().toString();
    String name = plan.blueprint().value();
    String reach = DeploymentPlanWords.reach(plan);
    return new GuardedChange(
            Text.of("deployments.sheet.question", name, target, reach),
            DeploymentPlanWords.sentences(plan),
            Text.of("deployments.sheet.act", reach),
            name,
            plan.losses().isEmpty()
                ? GuardedChange.Weight.NORMAL
                : GuardedChange.Weight.DESTRUCTIVE)
        .reaching(plan.tenants().behind())
        .losing(plan.losses());
  }

  private void start(Sheet sheet, Consumer<Deployment> then) {
    model.start(
        started -> {
          sheet.close();
          then.accept(started);
        },
        error -> sheet.fail(errors.describe(error)));
  }

  private Node content() {
    ComboBox<WorkspaceName> blueprint = new ComboBox<>(model.blueprintChoices());
    blueprint.valueProperty().bindBidirectional(model.blueprintProperty());
    blueprint.setMaxWidth(Double.MAX_VALUE);
    ComboBox<Version> version = new ComboBox<>(model.versionChoices());
    version.valueProperty().bindBidirectional(model.versionProperty());
    version.setMaxWidth(Double.MAX_VALUE);
    form.field("blueprint", Text.of("deployments.sheet.blueprint"), blueprint);
    form.field("version", Text.of("deployments.sheet.version"), version);
    version.getStyleClass().add("initial-focus");
    form.beside(2);
    form.node(targets());
    FormField chosen =
        form.area("tenants", Text.of("deployments.sheet.tenants"), model.chosenProperty(), 3)
            .help(Text.of("deployments.sheet.tenantsHelp"));
    chosen.visibleProperty().bind(model.reachProperty().map(Reach.NAMED::equals));
    chosen.managedProperty().bind(chosen.visibleProperty());
    model.plan().subscribe(now -> chosen.error(targetProblem(now)));
    form.node(summary());
    return form.build();
  }

  /** What is wrong with the tenants that were named is said at their field. */
  private String targetProblem(PlanState state) {
    boolean isNamed = model.reachProperty().get() == Reach.NAMED;
    return isNamed && state instanceof PlanState.Failed(EngineException reason)
        ? ErrorPresenter.naming(reason)
        : "";
  }

  private Node targets() {
    ToggleGroup group = new ToggleGroup();
    HBox row = Panels.row(target(group, Reach.ALL), target(group, Reach.NAMED));
    if (model.isPicked()) {
      RadioButton picked = target(group, Reach.PICKED);
      model.blueprintProperty().subscribe(_ -> picked.setText(words(Reach.PICKED)));
      row.getChildren().addFirst(picked);
    }
    return row;
  }

  private RadioButton target(ToggleGroup group, Reach reach) {
    RadioButton button = new RadioButton(words(reach));
    button.setToggleGroup(group);
    model.reachProperty().map(reach::equals).subscribe(button::setSelected);
    button
        .selectedProperty()
        .subscribe(
            isSelected -> {
              if (isSelected) {
                model.reachProperty().set(reach);
              }
            });
    return button;
  }

  private String words(Reach reach) {
    return switch (reach) {
      case ALL -> Text.of("deployments.sheet.all");
      case NAMED -> Text.of("deployments.sheet.some");
      case PICKED -> Text.of("deployments.sheet.picked", model.pickedCount());
    };
  }

  private Node summary() {
    Label words = Labels.prose("");
    Callout changed =
        new Callout(
            Tone.WARNING, Text.of("deployments.plan.changed"), Text.of("deployments.plan.look"));
    CodeBlock script =
        CodeBlock.of(Text.of("deployments.plan.script"), CodeSample.of(CodeLanguage.SQL, ""));
    VBox losses = new VBox();
    VBox warnings = new VBox();
    for (Node part : List.of(changed, losses, warnings, script)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    model
        .plan()
        .subscribe(
            state -> {
              Optional<DeploymentPlan> plan = known(state);
              words.setText(words(state));
              changed.setVisible(state instanceof PlanState.Known(_, boolean now) && now);
              List<String> sql = plan.map(DeploymentPlan::statements).orElse(List.of());
              script.setVisible(!sql.isEmpty());
              script.show(CodeSample.of(CodeLanguage.SQL, String.join(";\n", sql)));
              List<String> lost = plan.map(DeploymentPlan::losses).orElse(List.of());
              losses.setVisible(!lost.isEmpty());
              losses.getChildren().setAll(callout(lost));
              warn(warnings);
            });
    model.trial().state().subscribe(_ -> warn(warnings));
    VBox box = Panels.column(Labels.heading(Text.of("deployments.sheet.summary")), changed, words);
    box.getChildren().addAll(new TrialPane(model.trial()), losses, warnings, script);
    box.getStyleClass().add("plan-summary");
    return box;
  }

  /** What has been tried is not feared any more: the check is the one verdict on it. */
  private void warn(VBox warnings) {
    boolean tried =
        model.trial().state().get() instanceof DeploymentTrial.State.Ended(Deployment found)
            && DeploymentForecast.isTried(found);
    List<String> said =
        known(model.plan().get())
            .map(plan -> DeploymentForecast.sentences(plan.warnings(), tried))
            .orElse(List.of());
    warnings.setVisible(!said.isEmpty());
    warnings.getChildren().setAll(DeploymentForecast.warned(said, tried));
  }

  private static Node callout(List<String> lost) {
    return new Callout(Tone.DANGER, Text.of("dialogs.lost"), "")
        .losses(lost, more -> Text.of("dialogs.more", Figures.count(more)));
  }

  private static Optional<DeploymentPlan> known(PlanState state) {
    return state instanceof PlanState.Known(DeploymentPlan plan, _)
        ? Optional.of(plan)
        : Optional.empty();
  }

  private String words(PlanState state) {
    return switch (state) {
      case PlanState.Loading _ -> Text.of("deployments.plan.loading");
      case PlanState.NoBlueprint _ -> Text.of("deployments.plan.noBlueprint");
      case PlanState.NoTarget _ -> Text.of("deployments.plan.noTarget");
      case PlanState.Failed(EngineException reason) ->
          model.reachProperty().get() == Reach.NAMED
              ? Text.of("deployments.plan.noTarget")
              : ErrorPresenter.line(reason);
      case PlanState.Known(DeploymentPlan plan, _) -> DeploymentPlanWords.sentences(plan);
    };
  }
}
