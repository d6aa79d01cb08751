package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Chip;
import io.tenantry.app.controls.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import java.time.Instant;

/** How a deployment's states and times are shown. */
final class DeploymentWords {
  private DeploymentWords() {}

  static Chip.Content chip(DeploymentStatus status) {
    Tone tone =
        switch (status) {
          case PENDING -> Tone.WAITING;
          case RUNNING -> Tone.RUNNING;
          case COMPLETED -> Tone.SUCCESS;
          case FAILED -> Tone.DANGER;
          case PAUSED -> Tone.PAUSED;
          case CANCELLED -> Tone.NEUTRAL;
        };
    return new Chip.Content(tone, Text.of("deployments.status." + status.code()));
  }

  static Tone tone(DeploymentTenant.State state) {
    return switch (state) {
      case PENDING -> Tone.WAITING;
      case DONE -> Tone.SUCCESS;
      case SKIPPED, NOT_REACHED -> Tone.NEUTRAL;
      case FAILED -> Tone.DANGER;
    };
  }

  static String state(DeploymentTenant.State state) {
    return Text.of("deployments.state." + state.code());
  }

  /** Returns how long it took, or has taken so far. */
  static String took(Deployment deployment, Instant now) {
    return Figures.duration(Pace.elapsed(deployment, now));
  }
}
