package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import java.util.List;
import java.util.Optional;

/** The columns of the list of deployments; the engine orders them by their creation only. */
final class DeploymentColumns {
  private DeploymentColumns() {}

  static List<DataColumn<Deployment, ?>> all() {
    return List.of(
        DataColumn.text(title("blueprint"), DeploymentWords::target)
            .named("blueprint")
            .styled("strong-cell")
            .unsorted()
            .room(160, 220)
            .grow(),
        DataColumn.<Deployment>chip(title("status"), row -> DeploymentWords.chip(row))
            .named("status")
            .unsorted()
            .room(120, 120),
        DataColumn.drawn(
                title("progress"),
                (Deployment row) -> DeploymentFigures.words(TenantsSoFar.of(row)),
                DeploymentColumns::progress)
            .named("progress")
            .unsorted()
            .room(MeterLine.LEAST_ROOM, 300)
            .grow(),
        DataColumn.<Deployment>text(title("took"), row -> DeploymentWords.took(row))
            .named("took")
            .styled("number-cell")
            .unsorted()
            .room(88, 100)
            .leaves(2),
        DataColumn.<Deployment>ago(title("created"), row -> Optional.of(row.createdAt()))
            .named("created")
            .leaves(1),
        DataColumn.<Deployment>mono(title("id"), row -> row.jobId().value())
            .named("id")
            .styled("muted-cell")
            .unsorted()
            .room(120, 130)
            .leaves(3));
  }

  private static String title(String column) {
    return Text.of("deployments.column." + column);
  }

  private static CellNode.Brush<Deployment> progress() {
    MeterLine line = new MeterLine().aligned();
    return row -> {
      TenantsSoFar tenants = TenantsSoFar.of(row);
      line.meter().show(tenants.all(), tenants.parts(row.status()));
      line.say(DeploymentFigures.words(tenants));
      return line;
    };
  }
}
