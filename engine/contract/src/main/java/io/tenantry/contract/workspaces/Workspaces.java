package io.tenantry.contract.workspaces;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * Workspaces. Reading needs the role read; everything else, queries included, needs admin
 * (ROLE_REQUIRED). Keys with a workspace scope reach their workspaces only (SCOPE_DENIED); lists
 * are filtered to the scope. Every call on a name that does not exist is NOT_FOUND {@code Workspace
 * not found: x}.
 */
public interface Workspaces {

  /** Lists the workspaces of the project by name. */
  List<WorkspaceSummary> list();

  /**
   * Creates an empty workspace, and in tenant mode its blueprint at version 1.0.
   *
   * @throws EngineException BAD_REQUEST for a bad name or a database type this engine has no
   *     backend for; CONFLICT {@code Workspace 'x' already exists}
   */
  CreatedWorkspace create(CreateWorkspace request);

  /** Returns a workspace with its schema, connection and settings. */
  Workspace get(WorkspaceName name);

  /**
   * Deletes a workspace with its database and, in tenant mode, its blueprint and versions, for
   * good.
   *
   * @throws EngineException CONFLICT {@code Cannot delete workspace 'x'} while tenants (trash
   *     included) are on its blueprint, with details {@code reason}, {@code deployed_to}, {@code
   *     action_required}
   */
  DeletedWorkspace delete(WorkspaceName name);

  /**
   * Runs one statement or a script in one transaction, all or nothing. In tenant mode every
   * statement that changed the schema is recorded, and the request makes one new version. BEGIN,
   * SAVEPOINT and their ends do within that transaction what they say: what a script rolls back is
   * not recorded.
   *
   * @return result of the last statement that returned rows, else of the last one
   * @throws EngineException BAD_REQUEST for SQL that fails or is not allowed, also for a script
   *     that ends inside a transaction of its own, with details {@code statement} (its number in
   *     the script, from 1) and {@code line} (from 1), and where SQLite cannot read it {@code
   *     offset}, the place of the error in the text in UTF-16 units from 0
   */
  default WorkspaceQueryResult query(WorkspaceName name, WorkspaceQuery query) {
    return query(name, query, RunId.random());
  }

  /**
   * As {@link #query(WorkspaceName, WorkspaceQuery)}, under an id that {@link #cancel} knows it by
   * (an extension).
   *
   * @throws EngineException as the other; BAD_REQUEST {@code query failed: cancelled} with detail
   *     {@code cancelled=true} when it was cancelled: then nothing of it is kept; CONFLICT when SQL
   *     runs under that id already
   */
  WorkspaceQueryResult query(WorkspaceName name, WorkspaceQuery query, RunId run);

  /**
   * Brings a schema in, in one transaction, all or nothing; recorded as a query does.
   *
   * @throws EngineException BAD_REQUEST for an unknown template, a bad definition (naming table and
   *     column), or SQL that fails (naming line and statement)
   */
  default SchemaImport importSchema(WorkspaceName name, ImportSchema request) {
    return importSchema(name, request, RunId.random());
  }

  /**
   * As {@link #importSchema(WorkspaceName, ImportSchema)}, under an id that {@link #cancel} knows
   * it by (an extension).
   *
   * @throws EngineException as the other, and as {@link #query(WorkspaceName, WorkspaceQuery,
   *     RunId)}
   */
  SchemaImport importSchema(WorkspaceName name, ImportSchema request, RunId run);

  /**
   * Cancels SQL that runs in a workspace (an extension): what it did so far is rolled back, and the
   * call that runs it fails with {@code query failed: cancelled}. SQL that has not begun yet will
   * not; SQL that ran to its end stays. Does not wait for the end. Cancelling twice, at the end, or
   * in a workspace that is gone is harmless.
   *
   * @throws EngineException NOT_FOUND by an engine that does not know this extension
   */
  void cancel(WorkspaceName name, RunId run);

  /** Returns the schema as tables, views and what belongs to them, by name. */
  WorkspaceSchema schema(WorkspaceName name);

  /**
   * Returns the changes that some tenant lacks, oldest first, with the data statements that came
   * with them. A change is undeployed while any tenant of the blueprint is behind it, whatever was
   * created, deployed in part or failed since; without tenants all are.
   *
   * @throws EngineException BAD_REQUEST in control mode
   */
  WorkspaceDiff diff(WorkspaceName name);

  /**
   * Takes a change that no tenant has out of the deploy queue, with its data statements, and leaves
   * the workspace database as it is. Makes a new version.
   *
   * @throws EngineException NOT_FOUND {@code DDL 42 not found or already deployed}; CONFLICT when
   *     later changes need it; BAD_REQUEST in control mode
   */
  void skip(WorkspaceName name, long changeId);

  /**
   * Puts a skipped change back into the deploy queue (an extension), behind all others and with the
   * data statements that it had. Makes a new version.
   *
   * @return the change as it is now, under its new number
   * @throws EngineException NOT_FOUND {@code DDL 42 is not a skipped change}; CONFLICT when it does
   *     not fit the present version; BAD_REQUEST in control mode
   */
  Change include(WorkspaceName name, long changeId);

  /**
   * Runs the inverse of a change that no tenant has in the workspace and removes it with its data
   * statements. Makes a new version.
   *
   * @return the inverse statement that ran
   * @throws EngineException NOT_FOUND {@code DDL 42 not found or already deployed}; BAD_REQUEST
   *     when it has no inverse, or in control mode; CONFLICT when later changes need it
   */
  String revert(WorkspaceName name, long changeId);

  /**
   * Decides whether tenants run a data statement (an extension): carries seed rows, or leaves a
   * copy out. Those that are named together are switched together. Makes a new version unless it
   * was so before; versions before that one can no longer be deployed.
   *
   * @param statementId its number, as the diff has it
   * @return the statement as it is now, under its new number
   * @throws EngineException NOT_FOUND {@code Data statement 7 not found or already deployed};
   *     CONFLICT when the version would no longer compile, while a deployment brings it to tenants,
   *     or when the statement was too large to be kept; BAD_REQUEST in control mode
   */
  DataStatement carry(WorkspaceName name, long statementId, boolean carried);

  /** Returns the settings. */
  WorkspaceSettings settings(WorkspaceName name);

  /**
   * Changes the given settings. In tenant mode they reach the tenants with the next deployment, in
   * control mode they apply at once.
   */
  SavedSettings saveSettings(WorkspaceName name, SaveSettings request);
}
