package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Asks for the id of a tenant that is made of the past of another one. UI thread. */
final class RestoreSheet {
  private static final String FIELD = "tenant_id";

  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final ErrorPresenter errors;
  private final StringProperty name = new SimpleStringProperty("");
  private final FormBuilder form = new FormBuilder();

  RestoreSheet(Dialogs dialogs, WriteGuard guard, ErrorPresenter errors) {
    this.dialogs = dialogs;
    this.guard = guard;
    this.errors = errors;
  }

  /** Makes the tenant; answers with it, or with why not. */
  @FunctionalInterface
  interface Making {
    void make(TenantId made, Consumer<Tenant> then, Consumer<EngineException> onFailure);
  }

  /**
   * Opens the sheet.
   *
   * @param of the tenant whose past it is
   * @param moment which moment, in words
   * @param then is told of the new tenant
   */
  void open(TenantId of, String moment, Making making, Consumer<Tenant> then) {
    form.mono(FIELD, Text.of("backup.restore.name"), name).help(Text.of("backup.restore.help"));
    Sheet sheet =
        new Sheet(Text.of("backup.restore.title"), form.build())
            .subtitle(Text.of("backup.restore.subtitle", of.value(), moment))
            .width(Sheet.Width.SMALL)
            .leavingRoomToFail()
            .draft(new SheetDraft().typed(FIELD, name));
    sheet.primary(
        Text.of("backup.restore.act"),
        name.map(text -> !text.isBlank() && guard.canWrite().get()),
        () -> ask(sheet, making, then));
    dialogs.show(sheet);
  }

  private void ask(Sheet sheet, Making making, Consumer<Tenant> then) {
    form.clearErrors();
    try {
      TenantId made = new TenantId(name.get().strip());
      guard.run(
          GuardedChange.normal(
              Text.of("backup.restore.question", made.value()),
              Text.of("backup.restore.explain"),
              Text.of("backup.restore.act"),
              made.value()),
          () -> make(sheet, making, made, then));
    } catch (EngineException e) {
      form.error(FIELD, ErrorPresenter.line(e));
    }
  }

  private void make(Sheet sheet, Making making, TenantId made, Consumer<Tenant> then) {
    sheet.busy(true);
    making.make(
        made,
        tenant -> {
          sheet.close();
          then.accept(tenant);
        },
        error -> errors.tell(error, form, sheet));
  }
}
