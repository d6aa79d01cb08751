package io.tenantry.core.sqlite;

import io.tenantry.sql.ReadingPragma;
import io.tenantry.sql.SettingPragma;
import io.tenantry.sql.SettingPragma.AsItIs;
import io.tenantry.sql.SettingPragma.DeferForeignKeys;
import io.tenantry.sql.SettingPragma.ForeignKeys;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Optional;

/** Lets PRAGMAs pass that read, and those that ask for what is so anyway; common to both gates. */
final class Pragmas {
  /** SQLite answers nothing to a PRAGMA that it does not know. */
  private static final String NOTHING = "PRAGMA tenantry_nothing";

  private static final String PRAGMA = "PRAGMA";

  private Pragmas() {}

  static Optional<GatedStatement> pass(SqlStatement statement, List<Token> tokens) {
    if (!statement.verb().equals(PRAGMA)) {
      return Optional.empty();
    }
    return ReadingPragma.matches(tokens)
        ? Optional.of(reading(statement.text()))
        : SettingPragma.parse(statement).flatMap(Pragmas::asItIs);
  }

  private static Optional<GatedStatement> asItIs(SettingPragma setting) {
    return switch (setting) {
      case AsItIs answer -> Optional.of(reading(answer(answer)));
      case ForeignKeys(boolean on) -> on ? Optional.of(nothing()) : Optional.empty();
      case DeferForeignKeys _ -> Optional.empty();
    };
  }

  private static String answer(AsItIs setting) {
    return setting.column().isEmpty()
        ? NOTHING
        : "SELECT %s AS %s".formatted(setting.answer(), setting.column());
  }

  /** A statement that answers nothing and does nothing. */
  static GatedStatement nothing() {
    return reading(NOTHING);
  }

  static GatedStatement reading(String sql) {
    return new GatedStatement(sql, StatementKind.READ, PRAGMA);
  }
}
