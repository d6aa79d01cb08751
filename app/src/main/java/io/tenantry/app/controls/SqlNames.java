package io.tenantry.app.controls;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names stand in SQL: bare where that is safe, otherwise in double quotes. Any thread. */
public final class SqlNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> KEYWORDS = Set.copyOf(SqlHighlighter.keywords());

  private SqlNames() {}

  /** Returns a name as SQL spells it: {@code users}, {@code "order"}, {@code "a ""b"""}. */
  public static String quote(String name) {
    boolean plain =
        PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Returns the name inside quotes of any kind that SQLite knows, or the bare name. */
  public static String unquote(String name) {
    if (name.length() < 2) {
      return name;
    }
    String inside = name.substring(1, name.length() - 1);
    return switch (name.charAt(0)) {
      case '"' -> inside.replace("\"\"", "\"");
      case '`' -> inside.replace("``", "`");
      case '\'' -> inside.replace("''", "'");
      case '[' -> inside;
      default -> name;
    };
  }
}
