package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.TenantDeployment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the list of deployments of a tenant. */
final class DeployedColumns {
  private DeployedColumns() {}

  static List<DataColumn<TenantDeployment, ?>> all() {
    return List.of(
        DataColumn.<TenantDeployment>text(title("version"), DeployedColumns::target)
            .named("version")
            .styled("strong-cell")
            .room(160, 180),
        DataColumn.<TenantDeployment>chip(title("state"), row -> state(row.status()))
            .named("state")
            .room(132, 140),
        DataColumn.<TenantDeployment>text(title("from"), DeployedColumns::from)
            .named("from")
            .unsorted()
            .room(80, 88)
            .leaves(2),
        DataColumn.<TenantDeployment>text(title("error"), row -> row.error().orElse(""))
            .named("error")
            .unsorted()
            .tip(Function.identity())
            .room(140, 320)
            .grow(),
        DataColumn.<TenantDeployment>text(title("took"), DeployedColumns::took)
            .named("took")
            .styled("number-cell")
            .unsorted()
            .room(80, 88)
            .leaves(3),
        DataColumn.<TenantDeployment>ago(title("started"), row -> Optional.of(row.startedAt()))
            .named("started")
            .leaves(1));
  }

  private static String title(String column) {
    return Text.of("deployed.column." + column);
  }

  private static String target(TenantDeployment row) {
    return row.blueprintId() + " " + row.version();
  }

  private static String from(TenantDeployment row) {
    return row.fromVersion().map(Version::toString).orElse("");
  }

  private static String took(TenantDeployment row) {
    return row.durationMs()
        .map(millis -> Figures.duration(Duration.ofNanos(Math.round(millis * 1e6))))
        .orElse("");
  }

  static Chip.Content state(DeploymentTenant.State state) {
    Tone tone =
        switch (state) {
          case PENDING -> Tone.WAITING;
          case DONE -> Tone.SUCCESS;
          case SKIPPED -> Tone.NEUTRAL;
          case NOT_REACHED -> Tone.PAUSED;
          case FAILED -> Tone.DANGER;
        };
    return new Chip.Content(tone, DeploymentWords.state(state));
  }

  static String searched(TenantDeployment row) {
    return String.join(
        " ",
        target(row),
        DeploymentWords.state(row.status()),
        row.error().orElse(""),
        row.jobId().value());
  }
}
