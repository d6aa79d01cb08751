package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * One prepared statement. Bind, then {@link #step} row by row; close gives it back to its
 * connection's cache. One thread at a time.
 */
public final class SqliteStatement implements AutoCloseable {
  private static final Set<String> SCHEMA_VERBS = Set.of("CREATE", "ALTER", "DROP");
  private static final @Nullable Object[] NO_VALUES = new Object[0];
  private static final int MAX_KEPT_CHARACTERS = 10_000;
  private static final long MAX_ROW_BYTES = 64L << 20;
  private static final int BYTES_PER_NUMBER = 16;
  private static final int TYPE_INTEGER = 1;
  private static final int TYPE_FLOAT = 2;
  private static final int TYPE_TEXT = 3;
  private static final int TYPE_BLOB = 4;

  private final SqliteDatabase database;
  private final String sql;
  private final CoreStatement core;
  private final int parameterCount;
  private final boolean changesSchema;
  private final boolean explains;
  private @Nullable Object[] values = NO_VALUES;
  private @Nullable List<String> columns;
  private @Nullable List<Optional<String>> declaredTypes;
  private int columnCount;
  private boolean started;
  private boolean broken;
  private boolean open = true;

  SqliteStatement(SqliteDatabase database, String sql, PreparedStatement prepared, String verb)
      throws SQLException {
    this.database = database;
    this.sql = sql;
    this.changesSchema = SCHEMA_VERBS.contains(verb);
    this.explains = verb.equals("EXPLAIN");
    this.core = (CoreStatement) prepared;
    this.parameterCount = prepared.getParameterMetaData().getParameterCount();
    this.columnCount = columnCount();
  }

  String sql() {
    return sql;
  }

  /**
   * Large texts, schema changes and EXPLAIN hardly come twice, and a program that is listed anew
   * after a schema change has ended the process; what failed is prepared anew.
   */
  boolean isWorthKeeping() {
    return !broken && !changesSchema && !explains && sql.length() <= MAX_KEPT_CHARACTERS;
  }

  void open() {
    open = true;
  }

  /**
   * Sets the values of all parameters, by position or by name.
   *
   * @throws EngineException BAD_REQUEST when values are missing or too many; details {@code field}
   */
  public SqliteStatement bind(Parameters parameters) {
    return bind(
        parameters.named().isEmpty()
            ? parameters.positional()
            : new ParameterNames(sql).order(parameters.named()));
  }

  /** Sets the values of all parameters by position. */
  public SqliteStatement bind(List<Value> positional) {
    if (positional.size() != parameterCount) {
      throw EngineException.badField(
          "params",
          "query has %d parameters, %d values were given"
              .formatted(parameterCount, positional.size()));
    }
    reset();
    @Nullable Object[] bound = parameterCount == 0 ? NO_VALUES : new Object[parameterCount];
    for (int i = 0; i < parameterCount; i++) {
      bound[i] = toDriver(positional.get(i));
    }
    values = bound;
    return this;
  }

  private static @Nullable Object toDriver(Value value) {
    return switch (value) {
      case Value.Null _ -> null;
      case Value.Integer(long number) -> number;
      case Value.Real(double number) -> number;
      case Value.Text(String text) -> text;
      case Value.Blob(byte[] bytes) -> bytes;
    };
  }

  /**
   * Runs to the next row.
   *
   * @return whether there is one; false also ends a statement without rows
   * @throws EngineException BAD_REQUEST {@code query failed: …}, also after the deadline;
   *     PERMISSION_DENIED for a write on a read-only database; CONFLICT when the database is
   *     locked; INTERNAL_ERROR for a full disk or a damaged file
   */
  public boolean step() {
    if (values.length < parameterCount) {
      bind(List.of());
    }
    database.checkMayRun();
    try {
      return started ? stepAgain() : stepFirst();
    } catch (SQLException e) {
      broken = true;
      throw database.mapped(e);
    }
  }

  private boolean stepFirst() throws SQLException {
    started = true;
    if (changesSchema) {
      database.noteSchemaChange();
    }
    boolean row = core.getDatabase().execute(core, values);
    int count = columnCount();
    if (count != columnCount) {
      columnCount = count;
      columns = null;
      declaredTypes = null;
    }
    return row && count > 0;
  }

  /** ALTER TABLE has columns of the questions that SQLite asks itself, which are no answer. */
  private int columnCount() throws SQLException {
    return changesSchema ? 0 : core.pointer.safeRunInt(DB::column_count);
  }

  private boolean stepAgain() throws SQLException {
    int result = core.pointer.safeRunInt(DB::step);
    if (result != SQLiteErrorCode.SQLITE_ROW.code && result != SQLiteErrorCode.SQLITE_DONE.code) {
      core.getDatabase().throwex(result);
    }
    return result == SQLiteErrorCode.SQLITE_ROW.code;
  }

  /** Runs to the end without looking at rows; returns the number of rows changed. */
  public long run() {
    boolean row = step();
    while (row) {
      row = step();
    }
    reset();
    return database.changes();
  }

  /** Ends the current run, so that the statement can be bound and run again. */
  public void reset() {
    if (!started || broken) {
      return;
    }
    started = false;
    try {
      core.pointer.safeRunInt(DB::reset);
    } catch (SQLException e) {
      broken = true;
      throw database.mapped(e);
    }
    database.statementEnded();
  }

  /** Returns the name of each parameter with its prefix; empty for those without one. */
  public List<Optional<String>> parameterNames() {
    List<Optional<String>> names = new ArrayList<>(ParameterNames.of(sql));
    while (names.size() < parameterCount) {
      names.add(Optional.empty());
    }
    return List.copyOf(names);
  }

  /** Returns the names of the columns; empty for a statement without rows. */
  public List<String> columns() {
    List<String> known = columns;
    if (known == null) {
      known = describe((db, pointer, i) -> db.column_name(pointer, i));
      columns = known;
    }
    return known;
  }

  /** Returns the type each column was declared with; empty for expressions. */
  public List<Optional<String>> declaredTypes() {
    List<Optional<String>> known = declaredTypes;
    if (known == null) {
      known = describe((db, pointer, i) -> Optional.ofNullable(db.column_decltype(pointer, i)));
      declaredTypes = known;
    }
    return known;
  }

  private interface Description<T> {
    T of(DB db, long pointer, int column) throws SQLException;
  }

  private <T> List<T> describe(Description<T> description) {
    List<T> all = new ArrayList<>(columnCount);
    try {
      core.pointer.safeRunConsume(
          (DB db, long pointer) -> {
            for (int i = 0; i < columnCount; i++) {
              all.add(description.of(db, pointer, i));
            }
          });
    } catch (SQLException e) {
      throw database.mapped(e);
    }
    return List.copyOf(all);
  }

  /**
   * Returns the values of the current row.
   *
   * @throws EngineException BAD_REQUEST for a row that would not fit into memory: with the limit of
   *     one value alone, a row of thousands of columns could take all of it
   */
  public List<Value> row() {
    Value[] row = new Value[columnCount];
    try {
      core.pointer.safeRunConsume(
          (DB db, long pointer) -> {
            long bytes = 0;
            for (int i = 0; i < row.length; i++) {
              row[i] = read(db, pointer, i);
              bytes += sizeOf(row[i]);
              if (bytes > MAX_ROW_BYTES) {
                throw EngineException.badRequest("query failed: a row is larger than 64 MB");
              }
            }
          });
    } catch (SQLException e) {
      throw database.mapped(e);
    }
    return List.of(row);
  }

  /** Returns one value of the current row; columns are counted from 0. */
  public Value value(int column) {
    if (column < 0 || column >= columnCount) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columnCount);
    }
    try {
      return core.pointer.safeRun((DB db, long pointer) -> read(db, pointer, column));
    } catch (SQLException e) {
      throw database.mapped(e);
    }
  }

  /** Returns about how much memory a value takes. */
  public static long sizeOf(Value value) {
    return switch (value) {
      case Value.Text(String text) -> 2L * text.length();
      case Value.Blob(byte[] blob) -> blob.length;
      case Value.Null _, Value.Integer _, Value.Real _ -> BYTES_PER_NUMBER;
    };
  }

  private static Value read(DB db, long pointer, int column) throws SQLException {
    return switch (db.column_type(pointer, column)) {
      case TYPE_INTEGER -> Value.of(db.column_long(pointer, column));
      case TYPE_FLOAT -> Value.of(db.column_double(pointer, column));
      case TYPE_TEXT -> Value.of(db.column_text(pointer, column));
      case TYPE_BLOB -> {
        byte[] bytes = db.column_blob(pointer, column);
        yield Value.of(bytes == null ? new byte[0] : bytes);
      }
      default -> Value.ofNull();
    };
  }

  /** Gives the statement back to its connection, which keeps it prepared. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    reset();
    values = NO_VALUES;
    database.giveBack(this);
  }

  void destroy() {
    try {
      core.pointer.close();
    } catch (SQLException e) {
      throw database.mapped(e);
    }
  }
}
