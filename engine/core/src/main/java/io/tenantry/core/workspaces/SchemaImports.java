package io.tenantry.core.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.core.access.Caller;
import io.tenantry.core.recording.RequestRecorder;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.DanglingReferences;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.core.workspaces.WorkspaceScript.Step;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings schemas into workspaces: templates, table definitions, SQL files. Any thread. */
final class SchemaImports {
  private static final Duration TIME_LIMIT = Duration.ofMinutes(10);
  private static final int SHOWN_CHARACTERS = 80;

  private final WorkspaceEditor editor;

  SchemaImports(WorkspaceEditor editor) {
    this.editor = editor;
  }

  /**
   * Brings a schema in.
   *
   * @param source what was asked for
   * @param resolved the same with its statements at hand
   * @param stop lets it be cancelled
   */
  SchemaImport run(
      Caller caller, WorkspaceRow row, ImportSchema source, ImportSchema resolved, Stoppable stop) {
    Deadline deadline = Deadline.in(TIME_LIMIT);
    return editor
        .edit(
            caller,
            row,
            deadline,
            SchemaSource.origin(source),
            ForeignKeyScript.OFF,
            (database, recorder) ->
                stop.run(
                    database,
                    deadline,
                    () -> run(row, source.source(), resolved, database, recorder, deadline)))
        .map(SchemaImports::with);
  }

  private static SchemaImport run(
      WorkspaceRow row,
      String origin,
      ImportSchema source,
      SqliteDatabase database,
      RequestRecorder recorder,
      Deadline deadline) {
    DumpScript dump = DumpScript.of(SchemaSource.statements(source, tablesOf(database)));
    List<SqlStatement> statements = dump.statements();
    List<String> skipped = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      Optional<String> reason =
          SchemaSource.skipReason(statement).or(() -> dump.skipReason(statement));
      reason.ifPresent(because -> skipped.add(skip(statement, because)));
      if (reason.isEmpty() || StatementKind.of(statement) == StatementKind.TRANSACTION) {
        steps.add(gate(dump, statement, i + 1));
      }
    }
    if (executed(steps) == 0) {
      throw EngineException.badField(origin, "The source holds no statements to run");
    }
    dump.fillings()
        .forEach(fill -> steps.add(WorkspaceScript.gate(fill, steps.size(), WorkspaceGate::check)));
    new WorkspaceScript(steps, Parameters.none(), ForeignKeyScript.OFF)
        .run(database, 0, deadline, recorder);
    return new SchemaImport(
        origin,
        recorder.createdTables(),
        skipped,
        List.of(),
        List.of(),
        dangling(source, database),
        new SchemaImport.Details(
            row.name(), row.type(), executed(steps), skipped.size(), 0, statements.size()));
  }

  /** What a dump says of boxes lies in the tables of their module, and goes there. */
  private static Step gate(DumpScript dump, SqlStatement statement, int number) {
    return WorkspaceScript.gate(
        dump.readable(statement),
        number,
        dump.isForModule(statement) ? WorkspaceGate::checkKeeper : WorkspaceGate::check);
  }

  private static int executed(List<Step> steps) {
    return (int) steps.stream().filter(step -> step.gated().isPresent()).count();
  }

  private static SchemaImport with(SchemaImport imported, RecordedChanges told) {
    return new SchemaImport(
        imported.source(),
        imported.created(),
        imported.skipped(),
        imported.errors(),
        told.dataStatements(),
        Stream.concat(told.warnings().stream(), imported.warnings().stream()).toList(),
        imported.details());
  }

  /** Rows that refer to nothing are taken with a word, or refused where that was asked for. */
  private static List<ChangeWarning> dangling(ImportSchema source, SqliteDatabase database) {
    if (source instanceof FromSql(_, boolean strict) && strict) {
      DanglingReferences.refuse(database);
    }
    return DanglingReferences.in(database).stream()
        .map(
            each ->
                new ChangeWarning(
                    ChangeWarning.Code.DANGLING_REFERENCES,
                    "PRAGMA foreign_key_check(%s)".formatted(SqlNames.quote(each.table())),
                    "%d of the rows of %s refer to no row of %s"
                        .formatted(each.rows(), each.table(), each.parent()),
                    "Add what is missing or delete them; with strict such a source is refused"))
        .toList();
  }

  private static List<String> tablesOf(SqliteDatabase database) {
    return SchemaSnapshot.read(database).objects().stream()
        .filter(object -> object.type() == SchemaObject.Type.TABLE)
        .map(SchemaObject::name)
        .toList();
  }

  private static String skip(SqlStatement statement, String because) {
    String text = statement.text().replaceAll("\\s+", " ");
    String shown =
        text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    return "line %d: %s (%s)".formatted(statement.line(), shown, because);
  }
}
