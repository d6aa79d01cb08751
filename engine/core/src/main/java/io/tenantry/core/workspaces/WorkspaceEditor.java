package io.tenantry.core.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.blueprints.StepRow;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.recording.RecordedChange;
import io.tenantry.core.recording.Recording;
import io.tenantry.core.recording.RequestRecorder;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.rows.RowWarnings;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.ImageCompiler.Compiled;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.schema.LooseEnd;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.DanglingReferences;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes workspace databases, one request at a time per workspace: all of a request is kept and
 * makes one version, or nothing is. Any thread.
 */
final class WorkspaceEditor {
  private static final int NAMED_OBJECTS = 5;
  private final Catalog catalog;
  private final WorkspaceFiles files;
  private final TenantDatabases databases;
  private final ImageCompiler compiler;
  private final Sqlite sqlite;
  private final VersionMaking versions;
  private final InstantSource clock;

  WorkspaceEditor(
      Catalog catalog,
      WorkspaceFiles files,
      TenantDatabases databases,
      ImageCompiler compiler,
      Sqlite sqlite,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.databases = databases;
    this.compiler = compiler;
    this.sqlite = sqlite;
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
   * @param foreignKeys whether rows may refer to nothing meanwhile, and in the end
   * @throws EngineException CONFLICT when the blueprint lacks something they build on
   */
  <T> Edited<T> edit(
      Caller caller,
      WorkspaceRow row,
      Deadline deadline,
      String origin,
      ForeignKeyScript foreignKeys,
      BiFunction<SqliteDatabase, RequestRecorder, T> work) {
    return withWriter(
        caller,
        row,
        deadline,
        (database, current) ->
            foreignKeys == ForeignKeyScript.ENFORCED
                ? edit(caller, current, database, origin, work)
                : freely(
                    database,
                    () -> edit(caller, current, database, origin, ended(work, foreignKeys))));
  }

  private static <T> T freely(SqliteDatabase database, Supplier<T> work) {
    database.execute("PRAGMA foreign_keys=OFF"); // has no effect inside a transaction
    try {
      return work.get();
    } finally {
      database.rollback();
      database.execute("PRAGMA foreign_keys=ON");
    }
  }

  private static <T> BiFunction<SqliteDatabase, RequestRecorder, T> ended(
      BiFunction<SqliteDatabase, RequestRecorder, T> work, ForeignKeyScript foreignKeys) {
    return (open, recorder) -> {
      T result = work.apply(open, recorder);
      if (foreignKeys == ForeignKeyScript.CHECKED) {
        DanglingReferences.refuse(open);
      }
      return result;
    };
  }

  private <T> Edited<T> edit(
      Caller caller,
      WorkspaceRow row,
      SqliteDatabase database,
      String origin,
      BiFunction<SqliteDatabase, RequestRecorder, T> work) {
    RequestRecorder recorder = recorder(database);
    database.begin();
    T result = work.apply(database, recorder);
    return new Edited<>(result, keep(caller, row, database, origin, recorder));
  }

  /** Returns a recorder for a transaction of the database. */
  RequestRecorder recorder(SqliteDatabase database) {
    return new RequestRecorder(sqlite, database);
  }

  /**
   * Commits a transaction together with the version that its schema changes make.
   *
   * @return what is said of the version
   */
  RecordedChanges keep(
      Caller caller,
      WorkspaceRow row,
      SqliteDatabase database,
      String origin,
      RequestRecorder recorder) {
    recorder.dropTemporaries();
    Recording recording = row.blueprint().isPresent() ? recorder.finish() : Recording.NOTHING;
    if (recording.isEmpty()) {
      database.commit();
      return RecordedChanges.NOTHING;
    }
    BlueprintState state = row.blueprint().orElseThrow();
    NewVersion version =
        version(caller, state, compiled(state, recording), summary(origin, recording.changes()));
    versions.commit(
        database,
        state.id(),
        version,
        handle ->
            BlueprintChanges.add(handle, state.id(), version.minor(), recording, version.now()));
    List<DataStatement> data =
        catalog.read(handle -> BlueprintChanges.dataOf(handle, state.id(), version.minor()));
    return new RecordedChanges(data, recording.warnings());
  }

  private SchemaImage compiled(BlueprintState state, Recording recording) {
    List<BoundStatement> statements =
        Stream.concat(inEffect(state), recording.carried().stream()).toList();
    return compile(
        statements,
        state,
        failed ->
            "The blueprint lacks something that this change builds on, for example a skipped"
                + " change: "
                + failed.reason());
  }

  private Stream<BoundStatement> inEffect(BlueprintState state) {
    return catalog.read(handle -> BlueprintChanges.carried(handle, state.id())).stream()
        .map(StepRow::statement);
  }

  /** Compiles the next version, or refuses it with the reason. */
  SchemaImage compile(
      List<BoundStatement> statements, BlueprintState state, Function<Failed, String> refusal) {
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

  /** Tells what statements of versions do to databases with rows, beyond those they have had. */
  List<ChangeWarning> warnings(List<BoundStatement> had, List<BoundStatement> more) {
    if (more.isEmpty()) {
      return List.of();
    }
    List<BoundStatement> all = Stream.concat(had.stream(), more.stream()).toList();
    return RowWarnings.of(sqlite, RowWalk.from(sqlite, all, had.size()), _ -> true);
  }

  /** Finds what named something before, and would name nothing after. */
  Optional<LooseEnd> brokenBy(List<BoundStatement> before, List<BoundStatement> after) {
    Set<LooseEnd> ends = new LinkedHashSet<>(compiler.looseEnds(after));
    ends.removeAll(compiler.looseEnds(before));
    return ends.stream().findFirst();
  }

  NewVersion version(Caller caller, BlueprintState state, SchemaImage image, String summary) {
    return new NewVersion(state.latestMinor() + 1, image, summary, caller.author(), clock.millis());
  }

  VersionMaking versions() {
    return versions;
  }

  private static String summary(String origin, List<RecordedChange> recorded) {
    String objects =
        recorded.stream()
            .map(RecordedChange::object)
            .distinct()
            .limit(NAMED_OBJECTS)
            .collect(Collectors.joining(", "));
    long more = recorded.stream().map(RecordedChange::object).distinct().count() - NAMED_OBJECTS;
    return "%s%d %s: %s%s"
        .formatted(
            origin.isEmpty() ? "" : origin + ", ",
            recorded.size(),
            recorded.size() == 1 ? "change" : "changes",
            objects,
            more > 0 ? " and " + more + " more" : "");
  }
}
