package io.tenantry.core.workspaces;

import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual table as its CREATE statement describes it, with the tables in which its module keeps
 * its rows.
 *
 * @param name its name
 * @param module its module in lower case
 * @param columns of a full-text table those that are its own
 * @param options of a full-text table the names of its settings in lower case
 * @param keepsNoTexts whether a full-text table has the index alone, and no text to make it of
 */
record DumpedTable(
    String name, String module, List<String> columns, Set<String> options, boolean keepsNoTexts) {
  private static final Map<String, List<String>> KEEPERS =
      Map.of(
          "fts3", List.of("content", "segments", "segdir", "docsize", "stat"),
          "fts4", List.of("content", "segments", "segdir", "docsize", "stat"),
          "fts5", List.of("data", "idx", "content", "docsize", "config"),
          "rtree", List.of("node", "rowid", "parent"),
          "rtree_i32", List.of("node", "rowid", "parent"));

  /** Reads CREATE VIRTUAL TABLE; empty for all else. */
  static Optional<DumpedTable> read(String sql) {
    List<Token> tokens = Token.meaningful(sql);
    if (!Tokens.isWord(tokens, 0, "CREATE") || !Tokens.isWord(tokens, 1, "VIRTUAL")) {
      return Optional.empty();
    }
    int using = 3;
    while (using < tokens.size() && !tokens.get(using).isWord("USING")) {
      using++;
    }
    if (using + 1 >= tokens.size()) {
      return Optional.empty();
    }
    List<List<Token>> arguments = arguments(tokens, using + 2);
    return Optional.of(
        new DumpedTable(
            tokens.get(using - 1).name(),
            SqlNames.fold(tokens.get(using + 1).name()),
            arguments.stream()
                .filter(argument -> !isOption(argument))
                .map(argument -> argument.getFirst().name())
                .toList(),
            arguments.stream()
                .filter(DumpedTable::isOption)
                .map(argument -> SqlNames.fold(argument.getFirst().name()))
                .collect(Collectors.toSet()),
            arguments.stream().anyMatch(DumpedTable::isWithoutContent)));
  }

  private static boolean isWithoutContent(List<Token> argument) {
    return isOption(argument)
        && SqlNames.same(argument.getFirst().name(), "content")
        && (argument.size() < 3 || argument.get(2).name().isEmpty());
  }

  private static boolean isOption(List<Token> argument) {
    return Tokens.isPunctuation(argument, 1, '=') || argument.getFirst().isWord("TOKENIZE");
  }

  private static List<List<Token>> arguments(List<Token> tokens, int open) {
    List<List<Token>> arguments = new ArrayList<>();
    int close = Tokens.closing(tokens, open);
    int start = open + 1;
    for (int at = start; at <= close && at <= tokens.size(); at++) {
      if (at == close || tokens.get(at).isPunctuation(',')) {
        if (at > start) {
          arguments.add(tokens.subList(start, at));
        }
        start = at + 1;
      } else if (tokens.get(at).isPunctuation('(')) {
        at = Tokens.closing(tokens, at);
      }
    }
    return arguments;
  }

  /** Returns the folded names of the tables in which its rows are. */
  Stream<String> keepers() {
    return KEEPERS.getOrDefault(module, List.of()).stream()
        .map(keeper -> SqlNames.fold(name + "_" + keeper));
  }

  /** Says whether it is a full-text table. */
  boolean searchesText() {
    return module.startsWith("fts");
  }

  /** Says whether a table of its own has its rows, each in one column behind its number. */
  boolean isContent(String foldedTable) {
    return searchesText() && foldedTable.equals(SqlNames.fold(name + "_content"));
  }

  /** Says whether it indexes what another table holds. */
  boolean isIndexOfAnother() {
    return searchesText() && options.contains("content") && !keepsNoTexts;
  }

  /** Returns the head of a statement that puts rows into it, their numbers first. */
  String insertion() {
    return columns.stream()
        .map(SqlNames::quote)
        .collect(
            Collectors.joining(", ", "INSERT INTO " + SqlNames.quote(name) + " (rowid, ", ") "));
  }

  /** Returns the command that fills it from the table it indexes. */
  String filling() {
    return "INSERT INTO %1$s (%1$s) VALUES ('rebuild')".formatted(SqlNames.quote(name));
  }
}
