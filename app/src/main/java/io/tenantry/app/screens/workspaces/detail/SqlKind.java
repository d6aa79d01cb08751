package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.SqlStatements;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether SQL only reads, as far as its first words say so; only used to decide whether the
 * guard has to ask, never to decide what the engine allows.
 */
final class SqlKind {
  private static final Pattern COMMENTS =
      Pattern.compile("^(\\s|--[^\\n]*(\\n|$)|/\\*.*?\\*/)+", Pattern.DOTALL);
  private static final List<String> READING = List.of("SELECT", "VALUES", "EXPLAIN");

  private SqlKind() {}

  static boolean isReading(String sql) {
    return SqlStatements.split(sql).stream().allMatch(range -> reads(range.of(sql)));
  }

  private static boolean reads(String statement) {
    String clean = COMMENTS.matcher(statement).replaceFirst("").toUpperCase(Locale.ROOT);
    return READING.stream().anyMatch(clean::startsWith);
  }
}
