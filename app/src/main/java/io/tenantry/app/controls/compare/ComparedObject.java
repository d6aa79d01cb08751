package io.tenantry.app.controls.compare;

import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * An object of a schema, read from its CREATE statement.
 *
 * @param kind what it is
 * @param name its name
 * @param owner the table that it belongs to; empty for tables and views
 * @param sql its statement
 */
public record ComparedObject(Kind kind, String name, Optional<String> owner, String sql) {
  /** Kinds of objects, in the order in which people look for them. */
  public enum Kind {
    TABLE,
    VIEW,
    INDEX,
    TRIGGER,
    OTHER
  }

  /** Reads a CREATE statement; one of another kind keeps its first words as a name. */
  public static ComparedObject of(String sql) {
    if (DdlParser.parse(sql).orElse(null)
        instanceof DdlStatement.Create(Thing thing, String name)) {
      return new ComparedObject(kindOf(thing), name, ownerOf(thing, sql), sql.strip());
    }
    String words = sql.strip();
    return new ComparedObject(
        Kind.OTHER, words.substring(0, Math.min(40, words.length())), Optional.empty(), sql);
  }

  private static Kind kindOf(Thing thing) {
    return switch (thing) {
      case TABLE, VIRTUAL_TABLE -> Kind.TABLE;
      case VIEW -> Kind.VIEW;
      case INDEX -> Kind.INDEX;
      case TRIGGER -> Kind.TRIGGER;
    };
  }

  /** Returns the name behind the first ON of an index or trigger. */
  private static Optional<String> ownerOf(Thing thing, String sql) {
    if (thing != Thing.INDEX && thing != Thing.TRIGGER) {
      return Optional.empty();
    }
    List<Token> tokens = Token.meaningful(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("ON")) {
        return Optional.of(tokens.get(i + 1).name());
      }
    }
    return Optional.empty();
  }

  /** Returns what identifies it, in any spelling. */
  String identity() {
    return kind + ":" + SqlNames.fold(name);
  }
}
