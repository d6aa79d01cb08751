package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import javafx.scene.control.Button;

/** Gives the shown tenant a new password, after it was asked for. UI thread. */
public final class PasswordRotation {
  private final TenantPageViewModel model;
  private final WriteGuard guard;
  private final Notices notices;

  /** Creates it with what it uses. */
  public PasswordRotation(TenantPageViewModel model, WriteGuard guard, Notices notices) {
    this.model = model;
    this.guard = guard;
    this.notices = notices;
  }

  Button button(TenantId tenant) {
    Button button = Buttons.normal(Text.of("tenant.password.rotate"), () -> ask(tenant));
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private void ask(TenantId tenant) {
    guard.run(
        new GuardedChange(
            Text.of("tenant.password.question", tenant),
            Text.of("tenant.password.explain"),
            Text.of("tenant.password.button"),
            tenant.value(),
            GuardedChange.Weight.DESTRUCTIVE),
        () -> model.rotatePassword(() -> tell(tenant)));
  }

  private void tell(TenantId tenant) {
    notices.success(Text.of("tenant.password.done", tenant), Text.of("tenant.password.done.text"));
  }
}
