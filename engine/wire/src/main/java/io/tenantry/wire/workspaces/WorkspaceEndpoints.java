package io.tenantry.wire.workspaces;

import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Message;
import io.tenantry.wire.Nothing;

/** The calls of workspaces; {@code {id}} is the name. */
public final class WorkspaceEndpoints {
  /** The query parameter by which the caller names SQL that runs, to cancel it. */
  public static final String RUN = "run_id";

  /** Lists the workspaces. */
  public static final Endpoint<Nothing, WorkspaceReplies.Listed> LIST =
      Endpoint.get("/workspaces", WorkspaceReplies.Listed.class);

  /** Creates a workspace. */
  public static final Endpoint<CreateWorkspace, WorkspaceReplies.Created> CREATE =
      Endpoint.post("/workspaces", WorkspaceBodies.CREATE, WorkspaceReplies.Created.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns a workspace. */
  public static final Endpoint<Nothing, Workspace> GET =
      Endpoint.get("/workspaces/{id}", Workspace.class);

  /** Deletes a workspace. */
  public static final Endpoint<Nothing, WorkspaceReplies.Deleted> DELETE =
      Endpoint.delete("/workspaces/{id}", WorkspaceReplies.Deleted.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Runs SQL; {@code run_id} in the query names it, so that it can be cancelled. */
  public static final Endpoint<WorkspaceQuery, WorkspaceReplies.Answered> QUERY =
      Endpoint.post(
              "/workspaces/{id}/queries", WorkspaceBodies.QUERY, WorkspaceReplies.Answered.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Cancels SQL or an import of a schema that runs under an id (an extension). */
  public static final Endpoint<Nothing, WorkspaceReplies.Cancelled> CANCEL =
      Endpoint.post("/workspaces/{id}/runs/{run_id}/cancel", WorkspaceReplies.Cancelled.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Brings a schema in; {@code run_id} as for {@link #QUERY}. */
  public static final Endpoint<ImportSchema, WorkspaceReplies.Imported> IMPORT_SCHEMA =
      Endpoint.post(
              "/workspaces/{id}/schema", WorkspaceBodies.IMPORT, WorkspaceReplies.Imported.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns the schema. */
  public static final Endpoint<Nothing, WorkspaceSchema> SCHEMA =
      Endpoint.get("/workspaces/{id}/schema", WorkspaceSchema.class);

  /** Returns the pending changes. */
  public static final Endpoint<Nothing, WorkspaceDiff> DIFF =
      Endpoint.get("/workspaces/{id}/diff", WorkspaceDiff.class);

  /** Takes a pending change out of the deploy queue. */
  public static final Endpoint<Nothing, Message> SKIP =
      Endpoint.delete("/workspaces/{id}/diff/{ddl_id}", Message.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Puts a skipped change back into the deploy queue (an extension). */
  public static final Endpoint<Nothing, Change> INCLUDE =
      Endpoint.post("/workspaces/{id}/diff/{ddl_id}/include", Change.class);

  /** Runs the inverse of a pending change. */
  public static final Endpoint<Nothing, WorkspaceReplies.Reverted> REVERT =
      Endpoint.post("/workspaces/{id}/diff/{ddl_id}/revert", WorkspaceReplies.Reverted.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Decides whether tenants run a data statement. */
  public static final Endpoint<CarryBody, DataStatement> CARRY =
      Endpoint.patch(
              "/workspaces/{id}/data-statements/{statement_id}",
              WorkspaceBodies.CARRIED,
              DataStatement.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns the settings. */
  public static final Endpoint<Nothing, WorkspaceReplies.Settings> SETTINGS =
      Endpoint.get("/workspaces/{id}/settings", WorkspaceReplies.Settings.class);

  /** Changes settings. */
  public static final Endpoint<SaveSettings, WorkspaceReplies.SettingsSaved> SAVE_SETTINGS =
      Endpoint.post(
              "/workspaces/{id}/settings",
              WorkspaceBodies.SETTINGS,
              WorkspaceReplies.SettingsSaved.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Changes settings; the same as {@link #SAVE_SETTINGS}. */
  public static final Endpoint<SaveSettings, WorkspaceReplies.SettingsSaved> PATCH_SETTINGS =
      Endpoint.patch(
              "/workspaces/{id}/settings",
              WorkspaceBodies.SETTINGS,
              WorkspaceReplies.SettingsSaved.class)
          .needs(Clearance.ADMIN_OF_MANY);

  private WorkspaceEndpoints() {}
}
