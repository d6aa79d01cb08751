package io.tenantry.core.workspaces;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.blueprints.ChangeRow;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.schema.DdlRecorder;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.ImageCompiler.Compiled;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.schema.InverseTrial;
import io.tenantry.core.schema.RecordedDdl;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes workspace databases, one request at a time per workspace: all of a request is kept and
 * makes one version, or nothing is. Any thread.
 */
final class WorkspaceEditor {
  private static final int NAMED_OBJECTS = 5;
  private static final String BROKEN_REFERENCES =
      "SELECT \"table\", parent FROM pragma_foreign_key_check";

  private final Catalog catalog;
  private final WorkspaceFiles files;
  private final TenantDatabases databases;
  private final ImageCompiler compiler;
  private final InverseTrial trial;
  private final VersionMaking versions;
  private final InstantSource clock;

  WorkspaceEditor(
      Catalog catalog,
      WorkspaceFiles files,
      TenantDatabases databases,
      ImageCompiler compiler,
      InverseTrial trial,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.databases = databases;
    this.compiler = compiler;
    this.trial = trial;
    this.versions = new VersionMaking(catalog);
    this.clock = clock;
  }

  /** Runs work with the one connection that may write; the row is as fresh as the lease. */
  <T> T withWriter(
      Caller caller,
      WorkspaceRow row,
      Deadline deadline,
      BiFunction<SqliteDatabase, WorkspaceRow, T> work) {
    return databases.withWriter(
        files.database(caller.projectId(), row.name(), row.settings()),
        deadline,
        database -> work.apply(database, get(caller, row.name())));
  }

  private WorkspaceRow get(Caller caller, WorkspaceName name) {
    return catalog.read(handle -> WorkspaceRepository.get(handle, caller.projectId(), name));
  }

  /**
   * Runs work in one transaction and records the schema changes that the recorder saw.
   *
   * @param origin what made them, for the summary of the version; empty for SQL of the caller
   * @throws EngineException CONFLICT when the blueprint lacks something they build on
   */
  <T> T edit(
      Caller caller,
      WorkspaceRow row,
      Deadline deadline,
      String origin,
      BiFunction<SqliteDatabase, DdlRecorder, T> work) {
    return withWriter(
        caller,
        row,
        deadline,
        (database, current) -> edit(caller, current, database, origin, work));
  }

  /** As {@link #edit}, but rows may point nowhere until the work is done. */
  <T> T editFreely(
      Caller caller,
      WorkspaceRow row,
      Deadline deadline,
      String origin,
      BiFunction<SqliteDatabase, DdlRecorder, T> work) {
    return withWriter(
        caller,
        row,
        deadline,
        (database, current) -> {
          database.execute("PRAGMA foreign_keys=OFF"); // has no effect inside a transaction
          try {
            return edit(
                caller,
                current,
                database,
                origin,
                (open, recorder) -> {
                  T result = work.apply(open, recorder);
                  checkReferences(open);
                  return result;
                });
          } finally {
            database.rollback();
            database.execute("PRAGMA foreign_keys=ON");
          }
        });
  }

  private <T> T edit(
      Caller caller,
      WorkspaceRow row,
      SqliteDatabase database,
      String origin,
      BiFunction<SqliteDatabase, DdlRecorder, T> work) {
    DdlRecorder recorder = recorder(database);
    database.begin();
    T result = work.apply(database, recorder);
    keep(caller, row, database, origin, recorder.recorded());
    return result;
  }

  private static void checkReferences(SqliteDatabase database) {
    database.query(BROKEN_REFERENCES, SqliteStatement::row).stream()
        .findFirst()
        .ifPresent(
            row -> {
              throw EngineException.badRequest(
                  "FOREIGN KEY constraint failed: a row of '%s' points to no row of '%s'"
                      .formatted(row.get(0), row.get(1)));
            });
  }

  /** Returns a recorder for a transaction of the database. */
  DdlRecorder recorder(SqliteDatabase database) {
    return new DdlRecorder(database, trial);
  }

  /** Commits a transaction together with the version that its schema changes make. */
  void keep(
      Caller caller,
      WorkspaceRow row,
      SqliteDatabase database,
      String origin,
      List<RecordedDdl> recorded) {
    if (recorded.isEmpty() || row.blueprint().isEmpty()) {
      database.commit();
      return;
    }
    BlueprintState state = row.blueprint().get();
    List<String> statements =
        Stream.concat(inEffect(state), recorded.stream().map(RecordedDdl::statement)).toList();
    SchemaImage image =
        compile(
            statements,
            state,
            failed ->
                "The blueprint lacks something that this change builds on, for example a skipped"
                    + " change: "
                    + failed.reason());
    NewVersion version = version(caller, state, image, summary(origin, recorded));
    versions.commit(
        database,
        state.id(),
        version,
        handle ->
            BlueprintChanges.add(handle, state.id(), version.minor(), recorded, version.now()));
  }

  private Stream<String> inEffect(BlueprintState state) {
    return catalog.read(handle -> BlueprintChanges.inEffect(handle, state.id())).stream()
        .map(ChangeRow::statement);
  }

  /** Compiles the next version, or refuses it with the reason. */
  SchemaImage compile(
      List<String> statements, BlueprintState state, Function<Failed, String> refusal) {
    return switch (compiler.replay(statements, state.latestMinor() + 1)) {
      case Compiled(SchemaImage image) -> image;
      case Failed failed ->
          throw new EngineException(
                  ErrorCode.CONFLICT,
                  refusal.apply(failed),
                  Map.of("statement", failed.statement(), "reason", failed.reason()),
                  null)
              .because(ConflictKind.NEEDED);
    };
  }

  NewVersion version(Caller caller, BlueprintState state, SchemaImage image, String summary) {
    return new NewVersion(state.latestMinor() + 1, image, summary, caller.author(), clock.millis());
  }

  VersionMaking versions() {
    return versions;
  }

  private static String summary(String origin, List<RecordedDdl> recorded) {
    String objects =
        recorded.stream()
            .map(RecordedDdl::object)
            .distinct()
            .limit(NAMED_OBJECTS)
            .collect(Collectors.joining(", "));
    long more = recorded.stream().map(RecordedDdl::object).distinct().count() - NAMED_OBJECTS;
    return "%s%d %s: %s%s"
        .formatted(
            origin.isEmpty() ? "" : origin + ", ",
            recorded.size(),
            recorded.size() == 1 ? "change" : "changes",
            objects,
            more > 0 ? " and " + more + " more" : "");
  }
}
