package io.tenantry.contract.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * Brings the rows of a shared database, in which a column says whose each row is, into databases of
 * tenants. Looking at progress needs the role read, everything else admin (ROLE_REQUIRED), both
 * with a scope that includes the workspace (SCOPE_DENIED). {@code Workspace not found: x}
 * (NOT_FOUND) for a workspace that does not exist.
 *
 * <p>A table belongs to tenants by the column itself, as the table that the column refers to, or
 * over foreign keys from a child to its parent, by the shortest way. All others are copied whole to
 * every tenant and named in the warnings. A source is only read, never changed.
 *
 * <p>A value becomes a tenant id by lower-casing and by replacing what is not allowed with {@code
 * -}; one that does not start with a letter gets {@code t-} in front. An id that is taken by
 * another value, or reserved, gets the next number behind it: {@code acme-2}.
 *
 * <p>Files are read over HTTP only below the folders that the engine's configuration allows
 * (FORBIDDEN), and never below its data folder.
 */
public interface Imports {

  /**
   * Counts the rows of each tenant without changing anything.
   *
   * @throws EngineException BAD_REQUEST {@code no table found with routing field 'x'}, or for a
   *     source that cannot be read; FORBIDDEN for a file or an address that may not be read
   */
  ImportAnalysis analyze(WorkspaceName workspace, AnalyzeImport request);

  /**
   * Starts copying rows into the tenants of the workspace's blueprint, at its latest version.
   * Returns when the source has been read into the engine's own copy; it is not needed any more
   * then. Each tenant is one transaction: a failing one is as it was before, or does not exist, and
   * does not stop the others. A crash of the engine resumes the import at the next open.
   *
   * @return the import, running
   * @throws EngineException as {@link #analyze}; BAD_REQUEST in control mode, and naming the table
   *     and the column when the source does not fit the blueprint; CONFLICT while another import
   *     into the workspace is running
   */
  DataImport start(WorkspaceName workspace, StartImport request);

  /**
   * Brings the schema of the source into the workspace first, as one version, then starts as {@link
   * #start}. Without the routing column, unless a key, a constraint or an expression needs it;
   * indexes with it are made anew without it. The warnings say so.
   *
   * @throws EngineException as {@link #start}; BAD_REQUEST also when the schema does not fit what
   *     the workspace has
   */
  FullImport startFull(WorkspaceName workspace, StartImport request);

  /** Lists the imports into a workspace, newest first, without tenants (an extension). */
  List<DataImport> list(WorkspaceName workspace);

  /**
   * Returns an import with its progress, its errors and what each value became.
   *
   * @throws EngineException NOT_FOUND {@code Import not found: x}
   */
  DataImport status(WorkspaceName workspace, ImportId id);

  /**
   * Ends an import after the tenants that are under way (an extension).
   *
   * @return the import; it may still run for a moment
   * @throws EngineException NOT_FOUND; CONFLICT when it has ended
   */
  DataImport cancel(WorkspaceName workspace, ImportId id);
}
