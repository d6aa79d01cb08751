package io.tenantry.wire.deployments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.List;
import java.util.Optional;

/** The request bodies of deployments. */
final class DeploymentBodies {
  /** A wanted deployment; its options stand flat beside the fields of the reference. */
  static final Body<CreateDeployment> CREATE =
      Body.of(
          DeploymentBodies::create,
          wanted ->
              new Create(
                  wanted.blueprintId(), wanted.version(), wanted.tenantIds(), wanted.options()));

  /** {@code {"workers":16}}. */
  static final Body<Integer> WIDTH = Body.of(body -> body.integer("workers"), Width::new);

  /** A wish to take a deployment back; {@code mode} is plan when it is missing. */
  static final Body<UndoDeployment> UNDO = Body.of(DeploymentBodies::undo);

  private DeploymentBodies() {}

  private record Create(
      WorkspaceName blueprintId,
      Optional<Version> version,
      List<TenantId> tenantIds,
      @JsonUnwrapped DeploymentOptions options) {}

  private record Width(int workers) {}

  private static CreateDeployment create(Fields body) {
    return new CreateDeployment(
        WorkspaceName.existingBlueprint(body.text("blueprint_id")),
        body.optionalText("version").map(Version::parse),
        tenants(body),
        new DeploymentOptions(
            body.optionalObject("strategy").map(DeploymentBodies::strategy),
            body.optionalInteger("workers"),
            body.flag("dry_run", false),
            body.optionalInteger("dry_run_tenants"),
            body.flag("allow_downgrade", false),
            body.optionalFlag("safety_backup")));
  }

  private static DeploymentStrategy strategy(Fields strategy) {
    return new DeploymentStrategy(
        strategy.objects("stages").stream()
            .map(
                stage ->
                    new Share(stage.optionalInteger("tenants"), stage.optionalInteger("percent")))
            .toList(),
        strategy.optionalInteger("max_failures"),
        strategy.optionalInteger("max_failures_percent"),
        strategy.flag("pause_between", false));
  }

  private static UndoDeployment undo(Fields body) {
    return new UndoDeployment(
        tenants(body),
        body.optionalText("mode")
            .map(code -> Fields.constant("mode", code, UndoMode.class))
            .orElse(UndoMode.PLAN),
        body.flag("confirm_loss", false),
        body.flag("dry_run", false));
  }

  private static List<TenantId> tenants(Fields body) {
    return body.texts("tenant_ids").stream().map(TenantId::existing).toList();
  }
}
