package io.tenantry.core.inspection;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks SQLite whether a database is whole. */
public final class Soundness {
  private static final int MOST = 3;
  private static final String OK = "ok";

  private Soundness() {}

  /**
   * Returns what is damaged; empty when nothing is.
   *
   * @param quick whether to leave out that indexes match their tables
   */
  public static Optional<String> damage(SqliteDatabase database, boolean quick) {
    String check = quick ? "quick_check" : "integrity_check";
    List<String> answers =
        database.query("PRAGMA " + check + "(" + MOST + ")", row -> text(row.value(0)));
    return answers.equals(List.of(OK))
        ? Optional.empty()
        : Optional.of(answers.stream().map(String::strip).collect(Collectors.joining("; ")));
  }

  /** Returns which tables hold rows whose foreign keys lead nowhere; empty when none does. */
  public static Optional<String> orphans(SqliteDatabase database) {
    List<String> tables =
        database.query(
            "SELECT \"table\" || ' (' || count(*) || ' rows)' FROM pragma_foreign_key_check"
                + " GROUP BY \"table\" LIMIT "
                + MOST,
            row -> text(row.value(0)));
    return tables.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", tables));
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : value.toString();
  }
}
