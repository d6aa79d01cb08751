package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.suggest.SuggestionField;
import io.tenantry.app.controls.suggest.SuggestionList.Suggestion;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.text.Moments;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where a query runs: what kind of place, which one, and the tenants by id. UI thread. */
final class TargetBar extends HBox {

  /** The kinds of places. */
  enum Kind {
    TENANT,
    PAST,
    ALL,
    SOME,
    WORKSPACE
  }

  private final QueryViewModel model;
  private final QueryTab tab;
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final ComboBox<WorkspaceName> place = new ComboBox<>();
  private final SuggestionField tenants = new SuggestionField(this::suggest);
  private final TextField moment = new TextField();
  private final Label problem = Labels.cutAtEnd(Labels.caption(""));
  private boolean showing;

  TargetBar(QueryViewModel model, QueryTab tab) {
    this.model = model;
    this.tab = tab;
    getStyleClass().add("target-bar");
    kind.getItems().setAll(Kind.values());
    kind.setConverter(new ChoiceWords<>(TargetBar::words));
    kind.setAccessibleText(Text.of("query.target.kind"));
    kind.setMinWidth(Region.USE_PREF_SIZE);
    place.setAccessibleText(Text.of("query.target.place"));
    place.getStyleClass().add("target-place");
    tenants.getStyleClass().addAll("mono-field", "target-tenants");
    HBox.setHgrow(tenants, Priority.SOMETIMES);
    problem.getStyleClass().add("text-danger");
    HBox.setHgrow(problem, Priority.ALWAYS);
    moment.setPromptText(Text.of("query.target.moment"));
    moment.setAccessibleText(Text.of("query.target.moment"));
    moment.getStyleClass().addAll("mono-field", "target-moment");
    getChildren().addAll(kind, place, tenants, moment, problem);
    show(tab.targetProperty().get());
    kind.valueProperty().subscribe((_, _) -> kindChosen());
    place.valueProperty().subscribe((_, _) -> read());
    tenants.textProperty().subscribe((_, _) -> read());
    moment.textProperty().subscribe((_, _) -> read());
    model.blueprintChoices().subscribe(this::choicesCame);
    model.workspaceChoices().subscribe(this::choicesCame);
  }

  private void show(Optional<QueryTarget> target) {
    switch (target.orElse(null)) {
      case null -> show(Kind.ALL, null, "");
      case QueryTarget.OneTenant(TenantId tenant, WorkspaceName blueprint) ->
          show(Kind.TENANT, blueprint, tenant.value());
      case QueryTarget.PastTenant(TenantId tenant, WorkspaceName blueprint, Instant at) -> {
        showMoment(at);
        show(Kind.PAST, blueprint, tenant.value());
      }
      case QueryTarget.AllTenants(WorkspaceName blueprint) -> show(Kind.ALL, blueprint, "");
      case QueryTarget.SomeTenants(List<TenantId> ids, WorkspaceName blueprint) ->
          show(Kind.SOME, blueprint, String.join(" ", ids.stream().map(TenantId::value).toList()));
      case QueryTarget.InWorkspace(WorkspaceName workspace) -> show(Kind.WORKSPACE, workspace, "");
    }
  }

  private void show(Kind chosen, @Nullable WorkspaceName name, String ids) {
    showing = true;
    kind.setValue(chosen);
    place.setValue(name);
    tenants.setText(ids);
    showing = false;
    choicesCame();
    showTenants();
  }

  /** A target that is not there any more stays, and the engine says so when it is run. */
  private void choicesCame() {
    offer(tab.targetProperty().get().map(QueryTarget::schema).stream().toList());
  }

  private void offer(List<WorkspaceName> alsoKept) {
    ObservableList<WorkspaceName> choices =
        kind.getValue() == Kind.WORKSPACE ? model.workspaceChoices() : model.blueprintChoices();
    WorkspaceName before = place.getValue();
    showing = true;
    place.getItems().setAll(choices);
    place.setValue(before);
    showing = false;
    if (!choices.isEmpty() && !choices.contains(before) && !alsoKept.contains(before)) {
      place.setValue(choices.getFirst());
    }
  }

  private void kindChosen() {
    if (!showing) {
      offer(List.of());
      showTenants();
      read();
    }
  }

  private void showTenants() {
    boolean past = kind.getValue() == Kind.PAST;
    boolean named = past || kind.getValue() == Kind.TENANT || kind.getValue() == Kind.SOME;
    moment.setVisible(past);
    moment.setManaged(past);
    tenants.setVisible(named);
    tenants.setManaged(named);
    boolean one = past || kind.getValue() == Kind.TENANT;
    String prompt = Text.of(one ? "query.target.tenant" : "query.target.tenants");
    tenants.setPromptText(prompt);
    tenants.setAccessibleText(prompt);
  }

  private void suggest(String word, Consumer<List<Suggestion>> then) {
    WorkspaceName blueprint = place.getValue();
    if (blueprint == null) {
      then.accept(List.of());
      return;
    }
    model.suggestTenants(
        blueprint,
        word,
        found ->
            then.accept(
                found.stream()
                    .map(tenant -> new Suggestion(tenant.tenantId().value(), ""))
                    .toList()));
  }

  private void read() {
    if (showing) {
      return;
    }
    problem.setText("");
    try {
      tab.targetProperty().set(target());
    } catch (EngineException e) {
      problem.setText(ErrorPresenter.line(e));
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
      case PAST ->
          ids().stream()
              .findFirst()
              .flatMap(id -> moment().map(at -> new QueryTarget.PastTenant(id, name, at)));
      case TENANT -> ids().stream().findFirst().map(id -> new QueryTarget.OneTenant(id, name));
      case SOME ->
          Optional.of(ids())
              .filter(ids -> !ids.isEmpty())
              .map(ids -> new QueryTarget.SomeTenants(ids, name));
    };
  }

  private void showMoment(Instant at) {
    showing = true;
    moment.setText(Moments.written(at));
    showing = false;
  }

  private Optional<Instant> moment() {
    Optional<Instant> read = Moments.read(moment.getText());
    if (read.isEmpty()) {
      problem.setText(Text.of("query.target.moment.wrong"));
    }
    return read;
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
    return Text.of("query.target." + kind.name().toLowerCase(Locale.ROOT) + ".kind");
  }
}
