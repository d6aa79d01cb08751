package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.screens.workspaces.detail.WorkspaceSettingsViewModel.Limit;
import io.tenantry.app.text.Text;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings tab: three limits, each with its range, and what saving them means. UI thread. */
final class WorkspaceSettingsView extends ScrollPane {
  private final WorkspaceSettingsViewModel model;
  private final WriteGuard guard;
  private final Supplier<String> name;

  WorkspaceSettingsView(
      WorkspaceSettingsViewModel model,
      WriteGuard guard,
      Supplier<String> name,
      Runnable onDeploy) {
    this.model = model;
    this.guard = guard;
    this.name = name;
    getStyleClass().addAll("edge-to-edge", "settings-view");
    setFitToWidth(true);
    FormBuilder form = new FormBuilder();
    form.node(pending(onDeploy));
    form.node(Labels.prose(Text.of("workspace.settings.intro")));
    add(
        form,
        Limit.TIMEOUT,
        Text.of("workspace.settings.timeout"),
        Text.of("workspace.settings.timeoutHelp"),
        model.timeoutProperty());
    add(
        form,
        Limit.ROWS,
        Text.of("workspace.settings.rows"),
        Text.of("workspace.settings.rowsHelp"),
        model.rowsProperty());
    add(
        form,
        Limit.CONNECTIONS,
        Text.of("workspace.settings.connections"),
        Text.of("workspace.settings.connectionsHelp"),
        model.connectionsProperty());
    form.node(buttons());
    VBox box = form.build();
    box.getStyleClass().add("settings-form");
    setContent(box);
  }

  private void add(FormBuilder form, Limit limit, String label, String help, StringProperty value) {
    FormField field = form.digits(limit.name(), label, value).help(help);
    field.control().setMaxWidth(220);
    value.subscribe((_, now) -> field.error(now.isEmpty() ? "" : model.problem(limit).orElse("")));
  }

  private Callout pending(Runnable onDeploy) {
    Callout pending =
        new Callout(
                Tone.WARNING,
                Text.of("workspace.settings.pendingTitle"),
                Text.of("workspace.settings.pending"))
            .action(Buttons.normal(Text.of("workspace.deploy"), onDeploy));
    pending.visibleProperty().bind(model.pending());
    pending.managedProperty().bind(model.pending());
    return pending;
  }

  private HBox buttons() {
    Button save = Buttons.primary(Text.of("workspace.settings.save"), this::save);
    save.disableProperty().bind(model.canSave().map(can -> !can));
    return Panels.row(
        save, Buttons.quiet(Text.of("workspace.settings.reset"), Icon.UNDO, model::reset));
  }

  void save() {
    GuardedChange change =
        GuardedChange.normal(
            Text.of("workspace.settings.question", name.get()),
            Text.of("workspace.settings.intro"),
            Text.of("workspace.settings.save"),
            name.get());
    guard.run(change, model::save);
  }
}
