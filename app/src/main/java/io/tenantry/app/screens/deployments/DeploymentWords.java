package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import java.time.Instant;
import java.util.List;

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

  /** Returns what makes it no plain deployment: an undo, a dry run, or nothing. */
  static String kind(Deployment deployment) {
    boolean isUndo = deployment.detail().kind() == DeploymentKind.UNDO;
    if (deployment.detail().dryRun()) {
      return Text.of(isUndo ? "deployments.kind.dryUndo" : "deployments.kind.dryRun");
    }
    return isUndo ? Text.of("deployments.kind.undo") : "";
  }

  /** Returns its blueprint and version, and its kind unless it is plain. */
  static String target(Deployment deployment) {
    String target = deployment.blueprintId() + " " + deployment.version();
    String kind = kind(deployment);
    return kind.isEmpty() ? target : target + " \u00b7 " + kind;
  }

  /** Returns the parts of its tenants, in the order of a meter. */
  static List<Meter.Part> parts(Deployment deployment) {
    return List.of(
        new Meter.Part(Tone.SUCCESS, deployment.completedTenants()),
        new Meter.Part(Tone.DANGER, deployment.failedTenants()));
  }

  /** Returns how far it is, in words: {@code 298 of 300 · 2 failed}. */
  static String progress(Deployment deployment) {
    String done =
        Text.of(
            "deployments.progress",
            Figures.count(deployment.completedTenants()),
            Figures.count(deployment.totalTenants()));
    return deployment.failedTenants() == 0
        ? done
        : Text.of("deployments.progressFailed", done, Figures.count(deployment.failedTenants()));
  }

  static Tone tone(DeploymentTenant.State state) {
    return switch (state) {
      case PENDING -> Tone.WAITING;
      case DONE -> Tone.SUCCESS;
      case SKIPPED -> Tone.NEUTRAL;
      case NOT_REACHED -> Tone.PAUSED;
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
