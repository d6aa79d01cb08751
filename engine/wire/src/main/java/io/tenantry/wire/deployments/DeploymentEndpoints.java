package io.tenantry.wire.deployments;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of deployments; {@code {id}} is the job id. */
public final class DeploymentEndpoints {
  /** Lists the deployments. */
  public static final Endpoint<Nothing, DeploymentReplies.Listed> LIST =
      Endpoint.get("/deployments", DeploymentReplies.Listed.class);

  /** Starts a deployment. */
  public static final Endpoint<CreateDeployment, DeploymentReplies.Started> CREATE =
      Endpoint.post("/deployments", DeploymentBodies.CREATE, DeploymentReplies.Started.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns a deployment with its progress. */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> GET =
      Endpoint.get("/deployments/{id}", DeploymentReplies.Progress.class);

  /**
   * Tells about its changes as server-sent events until it has ended (an extension): each is what
   * {@link #GET} answers at that moment; {@code failure} says why it ends early.
   */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> EVENTS =
      Endpoint.get("/deployments/{id}/events", DeploymentReplies.Progress.class);

  /** Lists its tenants; {@code state} and page are query parameters (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Tenants> TENANTS =
      Endpoint.get("/deployments/{id}/tenants", DeploymentReplies.Tenants.class);

  /** Tells how far each of its tenants is, a letter a tenant (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.States> STATES =
      Endpoint.get("/deployments/{id}/states", DeploymentReplies.States.class);

  /** Tells what happened to it as a whole (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Log> LOG =
      Endpoint.get("/deployments/{id}/log", DeploymentReplies.Log.class);

  /** Runs its failed tenants again, and those it did not reach (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> RETRY =
      Endpoint.post("/deployments/{id}/retry", DeploymentReplies.Progress.class)
          .needs(Clearance.ADMIN);

  /** Lists the deployments of a tenant; {@code {id}} is the tenant id. */
  public static final Endpoint<Nothing, DeploymentReplies.OfTenant> OF_TENANT =
      Endpoint.get("/tenants/{id}/deployments", DeploymentReplies.OfTenant.class);

  /** Lets it begin no further tenant (an extension, as what follows). */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> PAUSE =
      Endpoint.post("/deployments/{id}/pause", DeploymentReplies.Progress.class)
          .needs(Clearance.ADMIN);

  /** Lets it go on. */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> RESUME =
      Endpoint.post("/deployments/{id}/resume", DeploymentReplies.Progress.class)
          .needs(Clearance.ADMIN);

  /** Ends it before its time. */
  public static final Endpoint<Nothing, DeploymentReplies.Progress> CANCEL =
      Endpoint.post("/deployments/{id}/cancel", DeploymentReplies.Progress.class)
          .needs(Clearance.ADMIN);

  /** Changes how many tenants are worked on at a time. */
  public static final Endpoint<Integer, DeploymentReplies.Progress> WIDTH =
      Endpoint.post(
              "/deployments/{id}/width", DeploymentBodies.WIDTH, DeploymentReplies.Progress.class)
          .needs(Clearance.ADMIN);

  /** Takes it back; answers the deployment that does so. */
  public static final Endpoint<UndoDeployment, DeploymentReplies.Started> UNDO =
      Endpoint.post(
              "/deployments/{id}/undo", DeploymentBodies.UNDO, DeploymentReplies.Started.class)
          .created()
          .needs(Clearance.ADMIN);

  /** Tells what an undo would do (an extension). */
  public static final Endpoint<Nothing, DeploymentReplies.Outlook> UNDO_OUTLOOK =
      Endpoint.get("/deployments/{id}/undo", DeploymentReplies.Outlook.class);

  private DeploymentEndpoints() {}
}
