package io.tenantry.app.screens.diff;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that tenants run on their way to the latest version, as one script: the changes, and in their
 * places the data statements that belong to none of them, which a comment names.
 */
final class DeployScript {
  private DeployScript() {}

  /** Returns the way of those that are furthest behind; asks the engine. */
  static String of(Blueprints blueprints, BlueprintVersions known) {
    Version from =
        known.versions().stream()
            .filter(version -> version.deployedToCount() > 0)
            .map(BlueprintVersions.Summary::version)
            .min(Comparator.naturalOrder())
            .orElse(Version.EMPTY);
    if (from.equals(known.latest())) {
      return "";
    }
    try {
      return of(
          blueprints.compare(known.blueprint(), new CompareVersions(from, known.latest())).steps());
    } catch (EngineException noWay) {
      if (noWay.code() != ErrorCode.CONFLICT) {
        throw noWay;
      }
      return comment(ErrorPresenter.line(noWay));
    }
  }

  private static String of(List<PlanStep> steps) {
    return steps.stream().map(DeployScript::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(PlanStep step) {
    String sql =
        step.statements().stream().map(DeployScript::ended).collect(Collectors.joining("\n\n"));
    return step.kind().equals(PlanStep.CARRY_ROWS)
        ? comment(Text.of("diff.script.rows", step.object())) + "\n" + sql
        : sql;
  }

  private static String ended(String statement) {
    String sql = statement.strip();
    return sql.endsWith(";") ? sql : sql + ";";
  }

  private static String comment(String words) {
    return "-- " + words.replaceAll("\\R", " ");
  }
}
