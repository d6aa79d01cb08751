package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;

/** Where a query runs: what kind of place, which one, and the tenants by id. UI thread. */
final class TargetBar extends HBox {

  /** The kinds of places. */
  enum Kind {
    TENANT,
    ALL,
    SOME,
    WORKSPACE
  }

  private final QueryViewModel model;
  private final QueryTab tab;
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final ComboBox<WorkspaceName> place = new ComboBox<>();
  private final TextField tenants = new TextField();
  private final Label problem = Labels.caption("");
  private List<String> suggestions = List.of();

  TargetBar(QueryViewModel model, QueryTab tab) {
    this.model = model;
    this.tab = tab;
    getStyleClass().addAll("row", "target-bar");
    kind.getItems().setAll(Kind.values());
    kind.setConverter(new ChoiceWords<>(TargetBar::words));
    kind.setAccessibleText(Text.of("query.target.kind"));
    place.setAccessibleText(Text.of("query.target.place"));
    place.setPrefWidth(170);
    tenants.setPrefWidth(240);
    tenants.getStyleClass().add("mono-field");
    problem.getStyleClass().add("text-danger");
    complete();
    getChildren().addAll(icon(), kind, place, tenants, problem);
    preset(tab.targetProperty().get());
    kind.valueProperty().subscribe((_, _) -> kindChosen());
    place.valueProperty().subscribe((_, _) -> read());
    tenants.textProperty().subscribe((_, _) -> typed());
    followChoices();
  }

  private static Node icon() {
    return Labels.muted(Text.of("query.target.label"));
  }

  private void preset(Optional<QueryTarget> target) {
    switch (target.orElse(null)) {
      case null -> show(Kind.ALL, null, "");
      case QueryTarget.OneTenant(TenantId tenant, WorkspaceName blueprint) ->
          show(Kind.TENANT, blueprint, tenant.value());
      case QueryTarget.AllTenants(WorkspaceName blueprint) -> show(Kind.ALL, blueprint, "");
      case QueryTarget.SomeTenants(List<TenantId> ids, WorkspaceName blueprint) ->
          show(Kind.SOME, blueprint, String.join(" ", ids.stream().map(TenantId::value).toList()));
      case QueryTarget.InWorkspace(WorkspaceName workspace) -> show(Kind.WORKSPACE, workspace, "");
    }
  }

  private void show(
      Kind chosen, @org.jspecify.annotations.Nullable WorkspaceName name, String ids) {
    kind.setValue(chosen);
    offer();
    place.setValue(name);
    tenants.setText(ids);
    showTenants();
  }

  private void followChoices() {
    model.blueprintChoices().subscribe(this::offer);
    model.workspaceChoices().subscribe(this::offer);
  }

  private void offer() {
    ObservableList<WorkspaceName> choices =
        kind.getValue() == Kind.WORKSPACE ? model.workspaceChoices() : model.blueprintChoices();
    WorkspaceName before = place.getValue();
    place.getItems().setAll(choices);
    if (before != null && (choices.isEmpty() || choices.contains(before))) {
      place.setValue(before);
    } else if (!choices.isEmpty()) {
      place.setValue(choices.getFirst());
    }
  }

  private void kindChosen() {
    offer();
    showTenants();
    read();
  }

  private void showTenants() {
    boolean named = kind.getValue() == Kind.TENANT || kind.getValue() == Kind.SOME;
    tenants.setVisible(named);
    tenants.setManaged(named);
    boolean one = kind.getValue() == Kind.TENANT;
    tenants.setPromptText(Text.of(one ? "query.target.tenant" : "query.target.tenants"));
  }

  private void typed() {
    read();
    WorkspaceName blueprint = place.getValue();
    if (blueprint != null && kind.getValue() == Kind.TENANT) {
      model.suggestTenants(
          blueprint,
          tenants.getText().strip(),
          found -> suggestions = found.stream().map(tenant -> tenant.tenantId().value()).toList());
    }
  }

  private void complete() {
    AutoCompletionBinding<String> completion =
        TextFields.bindAutoCompletion(
            tenants,
            request ->
                suggestions.stream().filter(id -> id.contains(request.getUserText())).toList());
    completion.setVisibleRowCount(8);
  }

  private void read() {
    problem.setText("");
    try {
      tab.targetProperty().set(target());
    } catch (EngineException e) {
      problem.setText(e.message());
      tab.targetProperty().set(Optional.empty());
    }
  }

  private Optional<QueryTarget> target() {
    WorkspaceName name = place.getValue();
    Kind chosen = kind.getValue();
    if (name == null || chosen == null) {
      return Optional.empty();
    }
    return switch (chosen) {
      case ALL -> Optional.of(new QueryTarget.AllTenants(name));
      case WORKSPACE -> Optional.of(new QueryTarget.InWorkspace(name));
      case TENANT -> ids().stream().findFirst().map(id -> new QueryTarget.OneTenant(id, name));
      case SOME ->
          Optional.of(ids())
              .filter(ids -> !ids.isEmpty())
              .map(ids -> new QueryTarget.SomeTenants(ids, name));
    };
  }

  private List<TenantId> ids() {
    List<TenantId> ids = new ArrayList<>();
    for (String word : tenants.getText().split("[\\s,;]+")) {
      if (!word.isEmpty()) {
        ids.add(TenantId.existing(word));
      }
    }
    return ids;
  }

  private static String words(Kind kind) {
    return Text.of("query.target." + kind.name().toLowerCase(java.util.Locale.ROOT) + ".kind");
  }
}
