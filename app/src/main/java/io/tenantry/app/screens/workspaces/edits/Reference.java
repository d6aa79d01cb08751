package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.sql.SqlNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column refers to.
 *
 * @param table the other table
 * @param column its column
 * @param onDelete what a deletion there does here, for example {@code CASCADE}; empty for nothing
 */
public record Reference(String table, String column, String onDelete) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<table>[^()]+?)\\s*\\(\\s*(?<column>[^()]+?)\\s*\\)(?:\\s+on\\s+delete\\s+(?<action>cascade|restrict|set"
              + " null|set default|no action))?",
          Pattern.CASE_INSENSITIVE);

  /** Reads {@code users(id)} or {@code users(id) on delete cascade}; empty when it is neither. */
  public static Optional<Reference> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String action = matcher.group("action");
    return Optional.of(
        new Reference(
            matcher.group("table").strip(),
            matcher.group("column"),
            action == null ? "" : action.toUpperCase(Locale.ROOT)));
  }

  /** Writes it as the user types it. */
  public String text() {
    return table + "(" + column + ")" + (onDelete.isEmpty() ? "" : " on delete " + lower());
  }

  /** Writes it as a column constraint. */
  String sql() {
    return "REFERENCES "
        + SqlNames.quoteIfNeeded(table)
        + " ("
        + SqlNames.quoteIfNeeded(column)
        + ")"
        + (onDelete.isEmpty() ? "" : " ON DELETE " + onDelete);
  }

  private String lower() {
    return onDelete.toLowerCase(Locale.ROOT);
  }
}
