package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.BlueprintVersionRows;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Commits a change of a workspace database together with the version that records it. Two files
 * cannot be committed at once, so the workspace keeps the number of its last version in {@code
 * user_version} and a note lies beside it meanwhile.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>The number is set inside the open transaction of the workspace, and the note is written and
 *       synced. Crash: a note for a version that is not in the catalog; the next opening removes
 *       it.
 *   <li>The version is committed in the catalog. Crash: a version whose change never reached the
 *       workspace; the next opening takes it back ({@link WorkspaceRecovery}). The request was not
 *       answered.
 *   <li>The workspace commits. Crash: all done but for the note; the opening removes it.
 *   <li>The note is removed.
 * </ol>
 */
final class VersionMaking {
  private final Catalog catalog;

  VersionMaking(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Carries the steps out.
   *
   * @param database the workspace, in a transaction that holds the change
   * @param version what to store
   * @param changes writes the rows that belong to the version
   */
  void commit(
      SqliteDatabase database, long blueprint, NewVersion version, Consumer<Handle> changes) {
    Path path = database.path();
    database.userVersion(version.minor());
    WorkspaceFiles.note(path, version.minor());
    boolean stored = false;
    boolean done = false;
    try {
      store(blueprint, version, changes);
      stored = true;
      database.commit();
      done = true;
    } finally {
      if (stored && !done) {
        takeBack(blueprint, version.minor());
      }
      WorkspaceFiles.forget(path);
    }
  }

  /** Stores a version that changes nothing in the workspace. */
  void store(long blueprint, NewVersion version, Consumer<Handle> changes) {
    catalog.execute(
        handle -> {
          BlueprintVersionRows.append(handle, blueprint, version);
          changes.accept(handle);
        });
  }

  private void takeBack(long blueprint, int minor) {
    boolean takenBack =
        catalog.write(handle -> BlueprintVersionRows.takeBack(handle, blueprint, minor));
    if (!takenBack) {
      throw EngineException.internal(
          "The workspace could not keep version 1." + minor + ", which tenants have already", null);
    }
  }
}
