package io.tenantry.core.imports;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.FullImport;
import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.Imports;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.imports.ImportRow.Options;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sources.SourceAccess;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Imports as one caller may see and start them. Any thread. */
public final class ImportService implements Imports {
  private static final int ID_BYTES = 4;
  private static final Duration ANALYSIS_LIMIT = Duration.ofMinutes(10);

  private final ImportEngine engine;
  private final SourceAccess sources;
  private final Workspaces workspaces;
  private final Caller caller;

  /**
   * Serves one caller.
   *
   * @param workspaces of the same caller
   */
  public ImportService(
      ImportEngine engine, SourceAccess sources, Workspaces workspaces, Caller caller) {
    this.engine = engine;
    this.sources = sources;
    this.workspaces = workspaces;
    this.caller = caller;
  }

  @Override
  public ImportAnalysis analyze(WorkspaceName workspace, AnalyzeImport request) {
    blueprintToChange(workspace);
    return sources.read(
        request.connection(),
        source ->
            source.within(
                Deadline.in(ANALYSIS_LIMIT),
                () -> SourceAnalysis.of(source, request.routingField())));
  }

  @Override
  public DataImport start(WorkspaceName workspace, StartImport request) {
    requireNoOther(blueprintToChange(workspace));
    ImportId id = copied(request);
    boolean started = false;
    try {
      DataImport data = start(id, workspace, options(request), List.of());
      started = true;
      return data;
    } finally {
      if (!started) {
        engine.files().remove(id);
      }
    }
  }

  @Override
  public FullImport startFull(WorkspaceName workspace, StartImport request) {
    requireNoOther(blueprintToChange(workspace));
    ImportId id = copied(request);
    boolean started = false;
    try {
      DroppedField.Result schema = engine.withCopy(id, source -> schema(source, request));
      SchemaImport imported =
          workspaces.importSchema(
              workspace, new ImportSchema.FromSql(String.join(";\n", schema.statements())));
      DataImport data = start(id, workspace, options(request), schema.warnings());
      started = true;
      return new FullImport(fromDatabase(imported), data);
    } finally {
      if (!started) {
        engine.files().remove(id);
      }
    }
  }

  private DroppedField.Result schema(SqliteDatabase source, StartImport request) {
    List<TableWay> ways = TableWays.of(SchemaReader.read(source), request.routingField());
    return request.dropRoutingColumn()
        ? DroppedField.of(engine.sqlite(), source, ways, request.routingField())
        : new DroppedField.Result(DroppedField.statements(source), List.of());
  }

  private static SchemaImport fromDatabase(SchemaImport imported) {
    return new SchemaImport(
        "database",
        imported.created(),
        imported.skipped(),
        imported.errors(),
        imported.dataStatements(),
        imported.warnings(),
        imported.details());
  }

  /** Copies the source, so that the import sees one moment of it and can go on after a crash. */
  private ImportId copied(StartImport request) {
    ImportId id = new ImportId("imp_" + engine.secrets().hex(ID_BYTES));
    boolean done = false;
    try {
      sources.copy(request.connection(), engine.files().source(id));
      settle(id);
      done = true;
      return id;
    } finally {
      if (!done) {
        engine.files().remove(id);
      }
    }
  }

  /** Makes the copy one durable file without a log. */
  private void settle(ImportId id) {
    try (SqliteDatabase copy =
        engine
            .sqlite()
            .open(
                new OpenOptions(engine.files().source(id), OpenMode.READ_WRITE, Profile.ENGINE))) {
      String encoding = copy.queryText("PRAGMA encoding");
      if (!encoding.equals("UTF-8")) {
        throw EngineException.badField(
            "connection",
            "The source has the text encoding %s; it must be UTF-8".formatted(encoding));
      }
      copy.execute("PRAGMA journal_mode=DELETE");
    }
    ImportFiles.sync(engine.files().source(id));
  }

  private DataImport start(
      ImportId id, WorkspaceName workspace, Options options, List<String> warnings) {
    BlueprintHead blueprint = engine.blueprint(project(), workspace);
    engine.plan(id, blueprint, options);
    List<String> all = new ArrayList<>(warnings);
    all.addAll(engine.withCopy(id, source -> ImportWarnings.virtual(SchemaReader.read(source))));
    ImportRow row =
        engine
            .catalog()
            .write(
                handle -> {
                  requireNoOther(handle, blueprint);
                  ImportRepository.insert(
                      handle,
                      new ImportRepository.NewImport(id, project(), options, all, caller.author()),
                      blueprint,
                      engine.clock().instant());
                  return get(handle, workspace, id);
                });
    engine.start(id);
    return row.view(List.of(), List.of());
  }

  private static Options options(StartImport request) {
    return new Options(
        request.routingField(), request.dropRoutingColumn(), request.createTenants());
  }

  private BlueprintHead blueprintToChange(WorkspaceName workspace) {
    caller.requireAdmin();
    caller.requireWorkspace(workspace);
    workspaces.settings(workspace); // says so when there is none
    return engine.blueprint(project(), workspace);
  }

  private void requireNoOther(BlueprintHead blueprint) {
    engine
        .catalog()
        .read(
            handle -> {
              requireNoOther(handle, blueprint);
              return true;
            });
  }

  private static void requireNoOther(Handle handle, BlueprintHead blueprint) {
    ImportRepository.runningOf(handle, blueprint)
        .ifPresent(
            other -> {
              throw EngineException.conflict(
                      ConflictKind.BUSY,
                      "Import %s into workspace '%s' is running. Try again when it has ended"
                          .formatted(other, blueprint.name()))
                  .with("import_id", other);
            });
  }

  @Override
  public List<DataImport> list(WorkspaceName workspace) {
    requireReadable(workspace);
    return engine
        .catalog()
        .read(handle -> ImportRepository.list(handle, project(), workspace))
        .stream()
        .map(row -> row.view(List.of(), List.of()))
        .toList();
  }

  @Override
  public DataImport status(WorkspaceName workspace, ImportId id) {
    requireReadable(workspace);
    return view(workspace, id);
  }

  @Override
  public DataImport cancel(WorkspaceName workspace, ImportId id) {
    blueprintToChange(workspace);
    engine
        .catalog()
        .execute(
            handle -> {
              get(handle, workspace, id);
              if (!ImportRepository.cancel(handle, id)) {
                throw EngineException.conflict(
                    ConflictKind.CHANGED, "Import %s has ended".formatted(id));
              }
            });
    return view(workspace, id);
  }

  private DataImport view(WorkspaceName workspace, ImportId id) {
    return engine
        .catalog()
        .read(
            handle ->
                get(handle, workspace, id)
                    .view(
                        ImportRepository.errors(handle, id), ImportRepository.tenants(handle, id)));
  }

  private ImportRow get(Handle handle, WorkspaceName workspace, ImportId id) {
    return ImportRepository.find(handle, project(), workspace, id)
        .orElseThrow(() -> EngineException.notFound("Import not found: " + id));
  }

  private void requireReadable(WorkspaceName workspace) {
    caller.requireRead();
    caller.requireWorkspace(workspace);
    workspaces.settings(workspace);
  }

  private ProjectId project() {
    return caller.projectId();
  }
}
