package io.tenantry.app.screens.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells texts that may write from those that only read, so that the console can ask before it
 * writes to many tenants. It only decides about asking: what is allowed, the engine decides.
 */
final class QueryKind {
  private static final Pattern BEFORE =
      Pattern.compile("(?s)\\A(?:\\s|;|--[^\\n]*(?:\\n|\\z)|/\\*.*?(?:\\*/|\\z))*");
  private static final Pattern WORD = Pattern.compile("\\A[A-Za-z]+");
  private static final Pattern WRITING_WORD =
      Pattern.compile("(?i)\\b(insert|update|delete|replace)\\b");
  private static final Set<String> READING = Set.of("SELECT", "VALUES", "EXPLAIN", "PRAGMA");

  private QueryKind() {}

  static boolean mayWrite(String sql) {
    String text = BEFORE.matcher(sql).replaceFirst("");
    Matcher word = WORD.matcher(text);
    if (!word.find()) {
      return false;
    }
    String keyword = word.group().toUpperCase(Locale.ROOT);
    if (keyword.equals("WITH")) {
      return WRITING_WORD.matcher(text).find();
    }
    return !READING.contains(keyword);
  }
}
