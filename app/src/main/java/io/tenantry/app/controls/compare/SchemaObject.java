package io.tenantry.app.controls.compare;

import io.tenantry.app.controls.SqlNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of a schema, read from its CREATE statement.
 *
 * @param kind what it is
 * @param name its name
 * @param owner the table that it belongs to; empty for tables and views
 * @param sql its statement
 */
public record SchemaObject(Kind kind, String name, Optional<String> owner, String sql) {
  private static final String NAME =
      "(\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|'[^']*'|[^\\s(;]+)";
  private static final Pattern CREATE =
      Pattern.compile(
          "\\s*CREATE\\s+(?:TEMP\\s+|TEMPORARY\\s+|UNIQUE\\s+|VIRTUAL\\s+)*"
              + "(TABLE|INDEX|TRIGGER|VIEW)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
              + NAME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ON = Pattern.compile("\\bON\\s+" + NAME, Pattern.CASE_INSENSITIVE);

  /** Kinds of objects, in the order in which people look for them. */
  public enum Kind {
    TABLE,
    VIEW,
    INDEX,
    TRIGGER,
    OTHER
  }

  /** Reads a CREATE statement; one of another kind keeps its first words as a name. */
  public static SchemaObject of(String sql) {
    Matcher create = CREATE.matcher(sql);
    if (!create.lookingAt()) {
      String words = sql.strip();
      return new SchemaObject(
          Kind.OTHER, words.substring(0, Math.min(40, words.length())), Optional.empty(), sql);
    }
    Kind kind = Kind.valueOf(create.group(1).toUpperCase(Locale.ROOT));
    Optional<String> owner = Optional.empty();
    if (kind == Kind.INDEX || kind == Kind.TRIGGER) {
      Matcher on = ON.matcher(sql);
      owner = on.find(create.end()) ? Optional.of(SqlNames.unquote(on.group(1))) : owner;
    }
    return new SchemaObject(kind, SqlNames.unquote(create.group(2)), owner, sql.strip());
  }

  /** Returns what identifies it, in any spelling. */
  String identity() {
    return kind + ":" + name.toLowerCase(Locale.ROOT);
  }
}
