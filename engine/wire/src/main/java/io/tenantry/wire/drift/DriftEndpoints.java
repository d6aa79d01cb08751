package io.tenantry.wire.drift;

import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.blueprints.BlueprintBodies;
import io.tenantry.wire.json.Fields;
import java.util.List;

/** The calls of drift (an extension); {@code {name}} is a blueprint, {@code {id}} a tenant. */
public final class DriftEndpoints {
  /** Starts a check. */
  public static final Endpoint<Tenants, DriftReplies.Checked> CHECK =
      Endpoint.post(
              "/blueprints/{name}/drift/check",
              Body.of(DriftEndpoints::tenants),
              DriftReplies.Checked.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns the running or the last check. */
  public static final Endpoint<Nothing, DriftReplies.Checked> LAST_CHECK =
      Endpoint.get("/blueprints/{name}/drift/check", DriftReplies.Checked.class);

  /** Lists what checks found; {@code state} and page are query parameters. */
  public static final Endpoint<Nothing, DriftReplies.Listed> LIST =
      Endpoint.get("/blueprints/{name}/drift", DriftReplies.Listed.class);

  /** Accepts the schema of a database. */
  public static final Endpoint<Accept, DriftReplies.Accepted> ACCEPT =
      Endpoint.post(
              "/tenants/{id}/drift/accept",
              Body.of(body -> new Accept(blueprint(body))),
              DriftReplies.Accepted.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Brings a database back to the schema of its version. */
  public static final Endpoint<ForceBack, DriftReplies.Forced> FORCE_BACK =
      Endpoint.post(
              "/tenants/{id}/drift/force-back",
              Body.of(DriftEndpoints::forceBack),
              DriftReplies.Forced.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Makes the schema of a database a version. */
  public static final Endpoint<AdoptDrift, DriftReplies.AdoptedVersion> ADOPT =
      Endpoint.post(
              "/tenants/{id}/drift/adopt",
              Body.of(body -> new AdoptDrift(blueprint(body), BlueprintBodies.hints(body))),
              DriftReplies.AdoptedVersion.class)
          .needs(Clearance.ADMIN_OF_MANY);

  private DriftEndpoints() {}

  /**
   * Who is to be checked.
   *
   * @param tenantIds empty for all tenants of the blueprint
   */
  public record Tenants(List<TenantId> tenantIds) {}

  /**
   * Which database is accepted.
   *
   * @param blueprint its blueprint
   */
  public record Accept(WorkspaceName blueprint) {}

  private static Tenants tenants(Fields body) {
    return new Tenants(body.texts("tenant_ids").stream().map(TenantId::existing).toList());
  }

  private static ForceBack forceBack(Fields body) {
    return new ForceBack(
        blueprint(body), body.flag("confirm_loss", false), BlueprintBodies.hints(body));
  }

  private static WorkspaceName blueprint(Fields body) {
    return WorkspaceName.existingBlueprint(body.text("blueprint"));
  }
}
