package io.tenantry.sql;

import io.tenantry.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The PRAGMAs that only read. Any thread. */
public final class ReadingPragma {
  private static final Set<String> WITH_ARGUMENT =
      Set.of(
          "table_info",
          "table_xinfo",
          "table_list",
          "index_list",
          "index_info",
          "index_xinfo",
          "foreign_key_list",
          "foreign_key_check",
          "integrity_check",
          "quick_check");

  private static final Set<String> ALONE =
      Set.of(
          "application_id",
          "busy_timeout",
          "cache_size",
          "collation_list",
          "compile_options",
          "data_version",
          "defer_foreign_keys",
          "encoding",
          "foreign_keys",
          "freelist_count",
          "function_list",
          "journal_mode",
          "module_list",
          "page_count",
          "page_size",
          "pragma_list",
          "recursive_triggers",
          "schema_version",
          "synchronous",
          "temp_store",
          "user_version");

  private ReadingPragma() {}

  /**
   * Says whether a PRAGMA statement only reads.
   *
   * @param tokens the statement without blanks
   */
  public static boolean matches(List<Token> tokens) {
    return name(tokens)
        .filter(name -> WITH_ARGUMENT.contains(name) || ALONE.contains(name) && isAlone(tokens))
        .isPresent();
  }

  /** Says whether a statement asks for a setting by its name alone. */
  public static boolean asks(SqlStatement statement, String setting) {
    if (!statement.verb().equals("PRAGMA")) {
      return false;
    }
    List<Token> tokens = statement.tokens();
    return isAlone(tokens) && name(tokens).filter(setting::equals).isPresent();
  }

  /** Returns the name of the pragma in lower case, behind the name of a schema. */
  public static Optional<String> name(List<Token> tokens) {
    int index = nameIndex(tokens);
    boolean word = index < tokens.size() && tokens.get(index).kind() == Kind.WORD;
    return word ? Optional.of(SqlNames.fold(tokens.get(index).text())) : Optional.empty();
  }

  /** Says whether nothing follows the name: neither a value nor an argument. */
  public static boolean isAlone(List<Token> tokens) {
    return nameIndex(tokens) == tokens.size() - 1;
  }

  private static int nameIndex(List<Token> tokens) {
    return Tokens.isPunctuation(tokens, 2, '.') ? 3 : 1;
  }
}
