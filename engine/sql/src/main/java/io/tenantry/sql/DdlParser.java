package io.tenantry.sql;

import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.AlterTable;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.DdlStatement.RenameTable;
import io.tenantry.sql.DdlStatement.Thing;
import java.util.List;
import java.util.Optional;

/** Reads the head of a CREATE, ALTER or DROP statement; everything else is not DDL to it. */
public final class DdlParser {
  private final List<Token> tokens;
  private int at;

  private DdlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Returns what the statement does, or empty when it is not DDL or breaks off. */
  public static Optional<DdlStatement> parse(String statement) {
    return new DdlParser(Token.meaningful(statement)).statement();
  }

  /**
   * Returns the name of the table that a statement makes for its connection alone: CREATE TEMP
   * TABLE, or CREATE TABLE in the schema temp.
   */
  public static Optional<String> temporaryTable(String statement) {
    DdlParser parser = new DdlParser(Token.meaningful(statement));
    if (!parser.take("CREATE")) {
      return Optional.empty();
    }
    boolean temporary = parser.take("TEMP") || parser.take("TEMPORARY");
    if (!parser.take("TABLE")) {
      return Optional.empty();
    }
    parser.takeIfExists();
    temporary |= parser.is("TEMP") && Tokens.isPunctuation(parser.tokens, parser.at + 1, '.');
    return temporary ? parser.name() : Optional.empty();
  }

  private Optional<DdlStatement> statement() {
    while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.SEMICOLON) {
      at++;
    }
    if (take("CREATE")) {
      return create();
    }
    if (take("DROP")) {
      return thing().flatMap(thing -> name().map(name -> new Drop(thing, name)));
    }
    if (take("ALTER") && take("TABLE")) {
      return name().flatMap(this::alter);
    }
    return Optional.empty();
  }

  private Optional<DdlStatement> create() {
    boolean temporary = take("TEMP") || take("TEMPORARY");
    take("UNIQUE");
    Optional<Thing> thing = take("VIRTUAL") ? virtualTable() : thing();
    return thing
        .filter(_ -> !temporary)
        .flatMap(kind -> name().map(name -> new Create(kind, name)));
  }

  private Optional<Thing> virtualTable() {
    return take("TABLE") ? Optional.of(Thing.VIRTUAL_TABLE) : Optional.empty();
  }

  private Optional<Thing> thing() {
    for (Thing thing : Thing.values()) {
      if (take(thing.name())) {
        return Optional.of(thing);
      }
    }
    return Optional.empty();
  }

  private Optional<DdlStatement> alter(String table) {
    if (take("RENAME")) {
      return take("TO") ? name().map(to -> new RenameTable(table, to)) : renameColumn(table);
    }
    if (take("ADD")) {
      return addition(table);
    }
    if (take("DROP")) {
      if (is("CONSTRAINT")) {
        return Optional.of(new AlterTable(table));
      }
      takeColumn();
      return name().map(column -> new DropColumn(table, column));
    }
    return Optional.of(new AlterTable(table));
  }

  private Optional<DdlStatement> renameColumn(String table) {
    takeColumn();
    Optional<String> from = name();
    if (from.isEmpty() || !take("TO")) {
      return Optional.empty();
    }
    return name().map(to -> new RenameColumn(table, from.get(), to));
  }

  private Optional<DdlStatement> addition(String table) {
    if (is("CONSTRAINT") || is("CHECK")) {
      return Optional.of(new AlterTable(table));
    }
    takeColumn();
    return name().map(column -> new AddColumn(table, column));
  }

  /** Skips the optional word COLUMN, unless it is itself the name of the column. */
  private void takeColumn() {
    boolean nameFollows = at + 1 < tokens.size() && Tokens.isName(tokens.get(at + 1));
    if (nameFollows && !tokens.get(at + 1).isWord("TO")) {
      take("COLUMN");
    }
  }

  /** Reads a name, after IF [NOT] EXISTS and the name of the database where they are given. */
  private Optional<String> name() {
    takeIfExists();
    if (at >= tokens.size() || !Tokens.isName(tokens.get(at))) {
      return Optional.empty();
    }
    String name = tokens.get(at++).name();
    if (at + 1 < tokens.size()
        && tokens.get(at).isPunctuation('.')
        && Tokens.isName(tokens.get(at + 1))) {
      name = tokens.get(at + 1).name();
      at += 2;
    }
    return Optional.of(name);
  }

  private void takeIfExists() {
    if (take("IF")) {
      take("NOT");
      take("EXISTS");
    }
  }

  private boolean is(String word) {
    return at < tokens.size() && tokens.get(at).isWord(word);
  }

  private boolean take(String word) {
    if (is(word)) {
      at++;
      return true;
    }
    return false;
  }
}
