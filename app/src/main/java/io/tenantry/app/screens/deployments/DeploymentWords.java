package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tiles.TileState;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import java.util.Locale;

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

  /** Returns how it stands, in a word. */
  static Chip.Content chip(Deployment deployment) {
    return deployment.detail().undoneBy().isPresent()
        ? new Chip.Content(Tone.NEUTRAL, Text.of("deployments.undone"))
        : chip(deployment.status());
  }

  /** Returns what makes it no plain deployment: an undo, a dry run, or nothing. */
  static String kind(Deployment deployment) {
    boolean isUndo = deployment.detail().kind() == DeploymentKind.UNDO;
    if (deployment.detail().dryRun()) {
      return Text.of(isUndo ? "deployments.kind.dryUndo" : "deployments.kind.dryRun");
    }
    return isUndo ? Text.of("deployments.kind.undo") : "";
  }

  /** Returns what took it back, for the page of the deployment; empty while nothing did. */
  static String undone(Deployment deployment) {
    return deployment
        .detail()
        .undoneBy()
        .map(undo -> Text.of("deployments.undoneBy", undo))
        .orElse("");
  }

  /** Returns its blueprint and version, and its kind unless it is plain. */
  static String target(Deployment deployment) {
    String target = deployment.blueprintId() + " " + deployment.version();
    String kind = kind(deployment);
    return kind.isEmpty() ? target : target + " \u00b7 " + kind;
  }

  static String state(DeploymentTenant.State state) {
    return Text.of("deployments.state." + state.code());
  }

  static String tile(TileState state) {
    return Text.of("deployment.tile." + state.name().toLowerCase(Locale.ROOT));
  }

  /** Returns how it stands; of a failed one, how many failed. */
  static Chip.Content standing(Deployment deployment) {
    Chip.Content plain = chip(deployment);
    int failed = deployment.failedTenants();
    return plain.tone() == Tone.DANGER && failed > 0
        ? new Chip.Content(
            plain.tone(),
            Text.of(
                "deployment.failedOf",
                Figures.count(failed),
                Figures.count(deployment.totalTenants())))
        : plain;
  }

  /** Returns how long it was at work. */
  static String took(Deployment deployment) {
    return Figures.duration(DeploymentPace.worked(deployment));
  }
}
