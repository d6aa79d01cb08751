package io.tenantry.core.sqlite;

import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.error.SqlFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;

/**
 * Takes apart what SQLite says about a statement. Its messages are the only place where it names
 * table, column, check and word, so they are read here, at the door, and nowhere else. They are
 * those of {@code sqlite3.c}, which are in English everywhere.
 */
final class FailureReader {
  private static final Pattern COLUMNS =
      Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: (.+)", Pattern.DOTALL);
  private static final Pattern CHECK =
      Pattern.compile("CHECK constraint failed: (.+)", Pattern.DOTALL);
  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(\\S+)");
  private static final Pattern NO_COLUMN = Pattern.compile("no such column: (\\S+)");
  private static final Pattern NO_COLUMN_OF =
      Pattern.compile("table (\\S+) has no column named (\\S+)");
  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final List<String> NO_SQL =
      List.of("syntax error", "incomplete input", "unrecognized token");

  private final Kind kind;
  private Optional<String> table = Optional.empty();
  private List<String> columns = List.of();
  private Optional<String> constraint = Optional.empty();

  private FailureReader(Kind kind) {
    this.kind = kind;
  }

  /**
   * Reads a failure.
   *
   * @param message SQLite's own, without what the driver puts around it
   */
  static SqlFailure read(SQLiteErrorCode code, String message) {
    FailureReader reader = new FailureReader(kind(code, message));
    find(COLUMNS, message).ifPresent(found -> reader.columns(found.group(1)));
    reader.constraint = find(CHECK, message).map(found -> found.group(1));
    find(NO_TABLE, message).ifPresent(found -> reader.table = Optional.of(found.group(1)));
    find(NO_COLUMN, message).ifPresent(found -> reader.columns = List.of(found.group(1)));
    find(NO_COLUMN_OF, message).ifPresent(reader::columnOf);
    return new SqlFailure(
        reader.kind,
        code.name(),
        message,
        reader.table,
        reader.columns,
        reader.constraint,
        find(NEAR, message).map(found -> found.group(1)));
  }

  private static Kind kind(SQLiteErrorCode code, String message) {
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
          Kind.UNIQUE_VIOLATION;
      case SQLITE_CONSTRAINT_NOTNULL -> Kind.NOT_NULL_VIOLATION;
      case SQLITE_CONSTRAINT_FOREIGNKEY -> Kind.FK_VIOLATION;
      case SQLITE_CONSTRAINT_CHECK -> Kind.CHECK_VIOLATION;
      case SQLITE_CONSTRAINT_DATATYPE, SQLITE_MISMATCH -> Kind.TYPE_MISMATCH;
      case SQLITE_RANGE -> Kind.TOO_MANY_PARAMS;
      case SQLITE_ERROR -> kindOf(message);
      default -> kindOfFamily(code.code & 0xFF);
    };
  }

  /** Extended codes have their family in the lowest byte. */
  private static Kind kindOfFamily(int family) {
    return switch (family) {
      case 5, 6 -> Kind.DATABASE_LOCKED;
      case 8 -> Kind.READONLY;
      default -> Kind.UNKNOWN;
    };
  }

  private static Kind kindOf(String message) {
    if (find(NO_TABLE, message).isPresent()) {
      return Kind.UNKNOWN_TABLE;
    }
    if (find(NO_COLUMN, message).isPresent() || find(NO_COLUMN_OF, message).isPresent()) {
      return Kind.UNKNOWN_COLUMN;
    }
    if (NO_SQL.stream().anyMatch(message::contains)) {
      return Kind.SYNTAX_ERROR;
    }
    return message.contains("too many SQL variables") ? Kind.TOO_MANY_PARAMS : Kind.UNKNOWN;
  }

  private static Optional<Matcher> find(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private void columnOf(Matcher found) {
    table = Optional.of(found.group(1));
    columns = List.of(found.group(2));
  }

  /** Takes {@code users.email, users.tenant} apart; an index over expressions names none. */
  private void columns(String list) {
    List<String> named = new ArrayList<>();
    for (String each : list.split(", ")) {
      int dot = each.indexOf('.');
      if (dot > 0) {
        table = table.or(() -> Optional.of(each.substring(0, dot)));
        named.add(each.substring(dot + 1));
      }
    }
    columns = named;
  }
}
