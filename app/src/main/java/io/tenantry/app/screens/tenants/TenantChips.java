package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantStatus;

/** How a tenant's status is shown. */
final class TenantChips {
  private TenantChips() {}

  static Chip.Content of(TenantStatus status) {
    return new Chip.Content(tone(status), Text.of("tenants.status." + status.code()));
  }

  private static Tone tone(TenantStatus status) {
    return switch (status) {
      case READY -> Tone.SUCCESS;
      case SUSPENDED -> Tone.PAUSED;
      case PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING -> Tone.RUNNING;
      case DELETED -> Tone.NEUTRAL;
      case PARTIALLY_DELETED -> Tone.DANGER;
    };
  }
}
