package io.tenantry.wire.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/** The calls of deployments; {@code {id}} is the job id. */
public final class DeploymentEndpoints {
  /** Lists the deployments. */
  public static final Endpoint<Nothing, DeploymentReplies.Listed> LIST =
      Endpoint.get("/deployments", DeploymentReplies.Listed.class);

  /** Starts a deployment. */
  public static final Endpoint<CreateDeployment, DeploymentReplies.Started> CREATE =
      Endpoint.post(
              "/deployments", Body.of(DeploymentEndpoints::create), DeploymentReplies.Started.class)
          .created();

  /** Returns a deployment with its progress. */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> GET =
      Endpoint.get("/deployments/{id}", DeploymentReplies.Progress.class);

  /** Lists its tenants; {@code state} and page are query parameters (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Tenants> TENANTS =
      Endpoint.get("/deployments/{id}/tenants", DeploymentReplies.Tenants.class);

  /** Runs its failed tenants again (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> RETRY =
      Endpoint.post("/deployments/{id}/retry", DeploymentReplies.Progress.class);

  /** Lists the deployments of a tenant; {@code {id}} is the tenant id. */
  public static final Endpoint<Nothing, DeploymentReplies.OfTenant> OF_TENANT =
      Endpoint.get("/tenants/{id}/deployments", DeploymentReplies.OfTenant.class);

  private DeploymentEndpoints() {}

  private static CreateDeployment create(Fields body) {
    body.refuse("dry_run", "strategy");
    return new CreateDeployment(
        WorkspaceName.existingBlueprint(body.text("blueprint_id")),
        body.optionalText("version").map(Version::parse),
        body.texts("tenant_ids").stream().map(TenantId::existing).toList());
  }
}
