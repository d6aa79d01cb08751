package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The sheet of a new deployment: what to bring, to whom, and a summary in plain words. */
public final class NewDeploymentSheet {
  private final NewDeploymentViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;

  public NewDeploymentSheet(NewDeploymentViewModel model, Dialogs dialogs, WriteGuard guard) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
  }

  /** Opens the sheet; calls back when a deployment was started. */
  void open(Optional<WorkspaceName> blueprint, Consumer<Deployment> then) {
    model.load(blueprint);
    Sheet sheet =
        new Sheet(Text.of("deployments.sheet.title"), content())
            .subtitle(Text.of("deployments.sheet.subtitle"))
            .width(Sheet.Width.MEDIUM);
    sheet.getStylesheets().add("io/tenantry/app/screens/deployments/deployments.css");
    sheet.primary(
        Text.of("deployments.sheet.start"),
        model.canStart(),
        () -> guard.run(change(), () -> start(sheet, then)));
    model
        .problem()
        .subscribe(
            problem -> {
              if (!problem.isEmpty()) {
                sheet.fail(Problem.of(Text.of("deployments.sheet.refused"), problem, ""));
              }
            });
    dialogs.show(sheet);
  }

  private Change change() {
    String name = model.blueprintProperty().get().value();
    return Change.normal(
        Text.of("deployments.sheet.question", name, model.versionProperty().get()),
        model.plan().get().map(NewDeploymentSheet::sentence).orElse(""),
        Text.of("deployments.sheet.start"),
        name);
  }

  private void start(Sheet sheet, Consumer<Deployment> then) {
    model.start(
        started -> {
          sheet.close();
          then.accept(started);
        });
  }

  private Node content() {
    FormBuilder form = new FormBuilder();
    ComboBox<WorkspaceName> blueprint = new ComboBox<>(model.blueprintChoices());
    blueprint.valueProperty().bindBidirectional(model.blueprintProperty());
    blueprint.setMaxWidth(Double.MAX_VALUE);
    ComboBox<Version> version = new ComboBox<>(model.versionChoices());
    version.valueProperty().bindBidirectional(model.versionProperty());
    version.setMaxWidth(Double.MAX_VALUE);
    form.field("blueprint", Text.of("deployments.sheet.blueprint"), blueprint);
    form.field("version", Text.of("deployments.sheet.version"), version);
    form.beside(2);
    form.node(targets());
    FormField chosen =
        form.area("tenants", Text.of("deployments.sheet.tenants"), model.chosenProperty(), 3)
            .help(Text.of("deployments.sheet.tenantsHelp"));
    chosen.visibleProperty().bind(model.allTenantsProperty().not());
    chosen.managedProperty().bind(chosen.visibleProperty());
    form.node(summary());
    return form.build();
  }

  private Node targets() {
    ToggleGroup group = new ToggleGroup();
    RadioButton all = new RadioButton(Text.of("deployments.sheet.all"));
    RadioButton some = new RadioButton(Text.of("deployments.sheet.some"));
    all.setToggleGroup(group);
    some.setToggleGroup(group);
    all.setSelected(model.allTenantsProperty().get());
    some.setSelected(!model.allTenantsProperty().get());
    all.selectedProperty().subscribe(model.allTenantsProperty()::set);
    return Panels.row(all, some);
  }

  private Node summary() {
    Label words = Labels.prose("");
    SqlEditor script = new SqlEditor().editable(false);
    script.getStyleClass().add("plan-script");
    script.managedProperty().bind(script.visibleProperty());
    VBox box = Panels.section(Text.of("deployments.sheet.summary"), Panels.column(words, script));
    model
        .plan()
        .subscribe(
            found -> {
              words.setText(found.map(NewDeploymentSheet::sentence).orElse(""));
              script.setVisible(found.filter(plan -> !plan.statements().isEmpty()).isPresent());
              script.load(found.map(plan -> String.join(";\n\n", plan.statements())).orElse(""));
            });
    return box;
  }

  /** Says what the deployment will do, as one would tell a colleague. */
  static String sentence(DeploymentPlan plan) {
    if (plan.behind() == 0) {
      String nothing =
          Text.of("deployments.plan.nothing", plan.target(), Figures.count(plan.there()));
      return plan.ahead() == 0 ? nothing : nothing + " " + ahead(plan);
    }
    String first =
        Text.of(
            "deployments.plan.brings",
            Figures.count(plan.behind(), "tenant", "tenants"),
            plan.target(),
            Figures.count(plan.statements().size(), "statement", "statements"));
    String there =
        plan.there() == 0
            ? ""
            : " " + Text.of("deployments.plan.there", Figures.count(plan.there()));
    return first + there + (plan.ahead() == 0 ? "" : " " + ahead(plan));
  }

  private static String ahead(DeploymentPlan plan) {
    return Text.of("deployments.plan.ahead", Figures.count(plan.ahead()));
  }
}
