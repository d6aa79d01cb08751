package io.tenantry.wire.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.CreatedWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceConnection;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.wire.queries.ResultJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies of workspaces that say more than the contract's values. */
public final class WorkspaceReplies {
  private WorkspaceReplies() {}

  /**
   * The workspaces.
   *
   * @param count number of workspaces
   * @param workspaces by name
   */
  public record Listed(int count, List<WorkspaceSummary> workspaces) {
    /** Counts the workspaces. */
    public static Listed of(List<WorkspaceSummary> workspaces) {
      return new Listed(workspaces.size(), workspaces);
    }
  }

  /**
   * A created workspace.
   *
   * @param id its name
   * @param mode what it is for
   * @param blueprint its blueprint; absent in control mode
   * @param database type of its database
   * @param message what to do next
   * @param connection how to connect
   * @param connectionString the same as one string
   */
  public record Created(
      WorkspaceName id,
      WorkspaceMode mode,
      Optional<WorkspaceName> blueprint,
      DatabaseType database,
      String message,
      WorkspaceConnection connection,
      String connectionString) {
    /** Adds the message. */
    public static Created of(CreatedWorkspace created) {
      return new Created(
          created.id(),
          created.mode(),
          created.blueprint(),
          created.database(),
          "Workspace '" + created.id() + "' created. Connect via proxy to build your schema.",
          created.connection(),
          created.connectionString());
    }

    /** Returns the contract's value. */
    public CreatedWorkspace workspace() {
      return new CreatedWorkspace(id, mode, blueprint, database, connection, connectionString);
    }
  }

  /**
   * A deleted workspace.
   *
   * @param message what was done
   * @param details what was deleted
   */
  public record Deleted(String message, DeletedDetails details) {
    /** Adds the message. */
    public static Deleted of(DeletedWorkspace deleted) {
      return new Deleted(
          "Workspace '" + deleted.workspace() + "' deleted successfully",
          new DeletedDetails(
              deleted.workspace(),
              deleted.mode(),
              deleted.versionsDeleted(),
              "hard",
              "archived",
              "permanently destroyed"));
    }

    /** Returns the contract's value. */
    public DeletedWorkspace workspace() {
      return new DeletedWorkspace(details.workspace(), details.mode(), details.versionsDeleted());
    }
  }

  /**
   * What was deleted.
   *
   * @param workspace its name
   * @param mode what it was for
   * @param versionsDeleted versions of its blueprint, oldest first
   * @param deletionType always {@code hard}
   * @param metadata always {@code archived}
   * @param physicalDb always {@code permanently destroyed}
   */
  public record DeletedDetails(
      WorkspaceName workspace,
      WorkspaceMode mode,
      List<Version> versionsDeleted,
      String deletionType,
      String metadata,
      String physicalDb) {}

  /**
   * What SQL answered.
   *
   * @param result rows or counts
   * @param rowCount rows in the result
   * @param truncated whether rows beyond the limit were left out
   * @param maxRowsLimit the row limit
   * @param blueprint its blueprint; absent in control mode
   * @param version latest version; absent in control mode
   * @param undeployedChanges pending changes; absent in control mode
   * @param dataStatements every data statement of a request that also changed the schema (an
   *     extension)
   * @param warnings what its changes do to databases with rows (an extension)
   * @param actions where to go from here
   */
  public record Answered(
      ResultJson result,
      int rowCount,
      boolean truncated,
      int maxRowsLimit,
      Optional<WorkspaceName> blueprint,
      Optional<Version> version,
      Optional<Integer> undeployedChanges,
      List<DataStatement> dataStatements,
      List<ChangeWarning> warnings,
      Map<String, String> actions) {
    /** Adds the counts and the actions. */
    public static Answered of(WorkspaceName name, WorkspaceQueryResult answer) {
      QueryResult result = answer.result();
      return new Answered(
          ResultJson.of(result),
          result.rowCount(),
          result.truncated(),
          answer.maxRowsLimit(),
          answer.blueprint(),
          answer.version(),
          answer.undeployedChanges(),
          answer.dataStatements(),
          answer.warnings(),
          actions(name, answer.blueprint().isPresent()));
    }

    /** Returns the contract's value. */
    public WorkspaceQueryResult answer() {
      return new WorkspaceQueryResult(
          result.result(),
          maxRowsLimit,
          blueprint,
          version,
          undeployedChanges,
          dataStatements,
          warnings);
    }

    private static Map<String, String> actions(WorkspaceName name, boolean deployable) {
      Map<String, String> actions = new LinkedHashMap<>();
      actions.put("view_schema", "GET /workspaces/" + name);
      actions.put("add_more", "POST /workspaces/" + name + "/queries");
      if (deployable) {
        actions.put("check_diff", "GET /workspaces/" + name + "/diff");
        actions.put("deploy", "POST /deployments");
      }
      return actions;
    }
  }

  /**
   * What a schema import did.
   *
   * @param message what was done
   * @param source where the schema came from
   * @param created names of created tables
   * @param skipped statements that were passed over
   * @param errors always empty
   * @param dataStatements every data statement of the source (an extension)
   * @param warnings what its changes do to databases with rows (an extension)
   * @param details counts
   */
  public record Imported(
      String message,
      String source,
      List<String> created,
      List<String> skipped,
      List<String> errors,
      List<DataStatement> dataStatements,
      List<ChangeWarning> warnings,
      SchemaImport.Details details) {
    /** Adds the message. */
    public static Imported of(SchemaImport imported) {
      return new Imported(
          "Schema imported to workspace '" + imported.details().workspace() + "'",
          imported.source(),
          imported.created(),
          imported.skipped(),
          imported.errors(),
          imported.dataStatements(),
          imported.warnings(),
          imported.details());
    }

    /** Returns the contract's value. */
    public SchemaImport schemaImport() {
      return new SchemaImport(source, created, skipped, errors, dataStatements, warnings, details);
    }
  }

  /**
   * A reverted change.
   *
   * @param message what was done
   * @param revertStatement the inverse statement that ran (an extension)
   */
  public record Reverted(String message, String revertStatement) {
    /** Adds the message. */
    public static Reverted of(String statement) {
      return new Reverted("Reverted: " + statement, statement);
    }
  }

  /**
   * The settings.
   *
   * @param databaseType type of the workspace's database
   * @param settings all settings
   * @param availableFields their names
   */
  public record Settings(
      DatabaseType databaseType, WorkspaceSettings settings, List<String> availableFields) {
    /** Adds the names. */
    public static Settings of(DatabaseType type, WorkspaceSettings settings) {
      return new Settings(type, settings, WorkspaceBodies.SETTING_NAMES);
    }
  }

  /**
   * Settings after a change.
   *
   * @param settings all settings
   * @param message what to do next
   * @param pendingDeploy whether a deployment must bring them to the tenants; absent in control
   *     mode
   * @param databaseType type of the workspace's database
   */
  public record SettingsSaved(
      WorkspaceSettings settings,
      String message,
      Optional<Boolean> pendingDeploy,
      DatabaseType databaseType) {
    /** Adds the message. */
    public static SettingsSaved of(SavedSettings saved) {
      return new SettingsSaved(
          saved.settings(),
          saved.pendingDeploy() ? "Settings saved. Deploy to apply to tenants." : "Settings saved.",
          saved.pendingDeploy() ? Optional.of(true) : Optional.empty(),
          saved.databaseType());
    }

    /** Returns the contract's value. */
    public SavedSettings saved() {
      return new SavedSettings(settings, pendingDeploy.orElse(false), databaseType);
    }
  }

  /**
   * SQL is being cancelled.
   *
   * @param message what happens
   * @param runId the id it runs under
   */
  public record Cancelled(String message, RunId runId) {
    /** Writes the reply. */
    public static Cancelled of(RunId run) {
      return new Cancelled("Run " + run + " is being cancelled", run);
    }
  }
}
