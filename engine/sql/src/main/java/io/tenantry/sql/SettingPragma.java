package io.tenantry.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A PRAGMA that sets something of its connection. */
public sealed interface SettingPragma {
  /** Whether foreign keys are enforced from now on; SQLite ignores it inside a transaction. */
  record ForeignKeys(boolean on) implements SettingPragma {}

  /** Whether foreign keys are checked only when the transaction commits. */
  record DeferForeignKeys(boolean on) implements SettingPragma {}

  /**
   * It asks for what is so anyway, or for what nobody notices.
   *
   * @param column name of the column that SQLite answers with; empty when it answers nothing
   * @param answer what SQLite answers, as a literal
   */
  record AsItIs(String column, String answer) implements SettingPragma {
    static final AsItIs SILENT = new AsItIs("", "");
  }

  /** Those that give what follows another meaning when they are on, and are off. */
  Set<String> MEANINGS = Set.of("legacy_alter_table", "case_sensitive_like");

  /** Reads a statement; empty for all other statements and settings. */
  static Optional<SettingPragma> parse(SqlStatement statement) {
    return statement.verb().equals("PRAGMA") ? parse(statement.tokens()) : Optional.empty();
  }

  /**
   * Says whether what follows a statement would mean something else without it, so that nobody can
   * pass it over: {@code PRAGMA legacy_alter_table=ON} for example.
   */
  static boolean changesMeaning(SqlStatement statement) {
    return statement.verb().equals("PRAGMA")
        && ReadingPragma.name(statement.tokens()).filter(MEANINGS::contains).isPresent()
        && value(statement.tokens()).filter(SettingPragma::isOn).isPresent();
  }

  private static Optional<SettingPragma> parse(List<Token> tokens) {
    Optional<String> name = ReadingPragma.name(tokens);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get().equals("optimize")) {
      return Optional.of(AsItIs.SILENT);
    }
    return value(tokens).flatMap(value -> of(name.get(), value));
  }

  private static Optional<SettingPragma> of(String name, String value) {
    return switch (name) {
      case "foreign_keys" -> Optional.of(new ForeignKeys(isOn(value)));
      case "defer_foreign_keys" -> Optional.of(new DeferForeignKeys(isOn(value)));
      case "busy_timeout" -> Optional.of(new AsItIs("timeout", number(value)));
      case "journal_mode" ->
          value.equals("wal") ? Optional.of(new AsItIs("journal_mode", "'wal'")) : Optional.empty();
      case "synchronous", "cache_size", "temp_store", "recursive_triggers" ->
          Optional.of(AsItIs.SILENT);
      default ->
          MEANINGS.contains(name) && !isOn(value) ? Optional.of(AsItIs.SILENT) : Optional.empty();
    };
  }

  /** Returns the value behind {@code =} or in parentheses, in lower case. */
  private static Optional<String> value(List<Token> tokens) {
    int sign = 2;
    while (sign < tokens.size()
        && !tokens.get(sign).isPunctuation('=')
        && !tokens.get(sign).isPunctuation('(')) {
      sign++;
    }
    StringBuilder value = new StringBuilder();
    for (int i = sign + 1; i < tokens.size() && !tokens.get(i).isPunctuation(')'); i++) {
      value.append(tokens.get(i).name());
    }
    return Optional.of(SqlNames.fold(value.toString())).filter(text -> !text.isEmpty());
  }

  /** As SQLite reads it: what it does not know is off. */
  private static boolean isOn(String value) {
    return Set.of("on", "yes", "true").contains(value)
        || value.matches("[0-9]+") && !value.matches("0+");
  }

  private static String number(String value) {
    return value.matches("[0-9]{1,9}") ? value : "0";
  }
}
