package io.tenantry.core.recording;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.recording.Watched.Together;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches the statements of one workspace request and keeps those that really changed the schema,
 * each with its inverse, and those that may have changed rows. One request, one recorder, one
 * thread.
 */
public final class RequestRecorder {
  /** So many characters of plain data statements are kept; of more only the beginnings are. */
  private static final int KEPT_CHARACTERS = 4_000_000;

  private static final int BEGINNING = 200;

  private static final String TEMPORARY =
      "SELECT 1 FROM sqlite_temp_schema WHERE type = 'table' AND name = ? COLLATE NOCASE";

  private static final String TEMPORARIES =
      """
      SELECT name FROM sqlite_temp_schema
      WHERE type = 'table' AND lower(substr(name, 1, 7)) <> 'sqlite_'
      """;

  private final Sqlite sqlite;
  private final SqliteDatabase database;
  private final Inverse inverse;
  private final List<Watched> watched = new ArrayList<>();
  private @Nullable SchemaSnapshot before;
  private long characters;

  /**
   * Watches a database.
   *
   * @param sqlite opens databases to try things in
   * @param database the workspace database, inside the transaction of the request
   */
  public RequestRecorder(Sqlite sqlite, SqliteDatabase database) {
    this.sqlite = sqlite;
    this.database = database;
    this.inverse = new Inverse(database, new InverseTrial(sqlite));
  }

  /**
   * Runs one statement and records it when it changed the schema or changes rows.
   *
   * @param statement the SQL that {@code execution} runs, and its values
   * @param execution runs it on the database
   * @return what the execution returned
   */
  public <T> T watch(BoundStatement statement, Supplier<T> execution) {
    Optional<DdlStatement> ddl = DdlParser.parse(statement.sql());
    if (isTemporary(statement, ddl)) {
      return temporary(statement, execution);
    }
    if (ddl.isPresent()) {
      return schema(statement, ddl.get(), execution);
    }
    Optional<RowStatement> rows = RowStatement.parse(statement.sql());
    T result = execution.get();
    rows.ifPresent(data -> watched.add(data(statement, data)));
    return result;
  }

  /** A table of the connection is no part of the schema, but rows may go over it. */
  private boolean isTemporary(BoundStatement statement, Optional<DdlStatement> ddl) {
    return ddl.isPresent()
        ? ddl.get() instanceof Drop(Thing thing, String name)
            && thing == Thing.TABLE
            && database.queryValue(TEMPORARY, Value.of(name)).isPresent()
        : DdlParser.temporaryTable(statement.sql()).isPresent();
  }

  private <T> T temporary(BoundStatement statement, Supplier<T> execution) {
    keepSchema();
    T result = execution.get();
    watched.add(new Watched(statement, Optional.empty(), Optional.empty(), Optional.empty(), true));
    return result;
  }

  /** Drops the tables of the connection: they do not outlive their request. */
  public void dropTemporaries() {
    for (String name : database.query(TEMPORARIES, row -> Cells.text(row, 0))) {
      String drop = "DROP TABLE temp." + SqlNames.quote(name);
      watch(new BoundStatement(drop), () -> database.execute(drop));
    }
  }

  private <T> T schema(BoundStatement statement, DdlStatement ddl, Supplier<T> execution) {
    keepSchema();
    long version = database.schemaVersion();
    Optional<String> back = inverse.of(ddl, statement.sql());
    T result = execution.get();
    if (database.schemaVersion() != version) {
      watched.add(new Watched(statement, Optional.of(ddl), back, Optional.empty(), true));
    }
    return result;
  }

  /** The schema from before the first change; data statements change none. */
  private void keepSchema() {
    if (before == null) {
      before = SchemaSnapshot.read(database);
    }
  }

  private Watched data(BoundStatement statement, RowStatement rows) {
    boolean copies = rows.source() == RowStatement.Source.QUERY || !rows.inserts();
    characters += copies ? 0 : statement.sql().length();
    boolean kept = copies || characters <= KEPT_CHARACTERS;
    BoundStatement shown = kept ? statement : new BoundStatement(beginning(statement.sql()));
    return new Watched(shown, Optional.empty(), Optional.empty(), Optional.empty(), kept);
  }

  private static String beginning(String sql) {
    return sql.length() <= BEGINNING ? sql : sql.substring(0, BEGINNING) + "…";
  }

  /**
   * Runs statements that change the schema only together, such as those that make a table anew and
   * copy its rows, and records them as one change with all their rows; it has no inverse.
   *
   * @param loss what they lose, for people
   */
  public void watchTogether(
      String kind, String object, Optional<String> loss, List<String> statements) {
    keepSchema();
    Optional<Together> together = Optional.of(new Together(kind, object, loss));
    for (String statement : statements) {
      database.execute(statement);
      watched.add(
          new Watched(
              new BoundStatement(statement),
              DdlParser.parse(statement),
              Optional.empty(),
              together,
              true));
    }
  }

  /** Returns what the request leaves for its tenants; nothing when it changed no schema. */
  public Recording finish() {
    SchemaSnapshot start = before;
    if (start == null || watched.stream().noneMatch(step -> step.ddl().isPresent())) {
      return Recording.NOTHING;
    }
    RowWalk walk = RowWalk.of(sqlite, start, watched.stream().map(Watched::statement).toList());
    return new RequestReading(sqlite, walk, watched).read();
  }

  /** Returns the names of the tables that the request added, in the order in which they came. */
  public List<String> createdTables() {
    SchemaSnapshot start = before;
    if (start == null) {
      return List.of();
    }
    Set<String> there = tables(start).stream().map(SqlNames::fold).collect(Collectors.toSet());
    return tables(SchemaSnapshot.read(database)).stream()
        .filter(name -> !there.contains(SqlNames.fold(name)))
        .toList();
  }

  private static List<String> tables(SchemaSnapshot schema) {
    return schema.objects().stream()
        .filter(object -> object.type() == SchemaObject.Type.TABLE)
        .map(SchemaObject::name)
        .toList();
  }

  /** Returns how many statements were recorded, to {@link #rewind} to. */
  public int mark() {
    return watched.size();
  }

  /** Forgets what was recorded after a mark, because a savepoint took it back. */
  public void rewind(int mark) {
    watched.subList(mark, watched.size()).clear();
  }
}
