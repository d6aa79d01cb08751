package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantStatus;

/** The status of a tenant, in words. */
final class TenantWords {
  private TenantWords() {}

  static Chip.Content chip(TenantStatus status) {
    Tone tone =
        switch (status) {
          case READY -> Tone.SUCCESS;
          case SUSPENDED -> Tone.PAUSED;
          case PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING -> Tone.RUNNING;
          case DELETED, PARTIALLY_DELETED -> Tone.NEUTRAL;
        };
    return new Chip.Content(tone, Text.of("tenants.status." + status.code()));
  }
}
