package io.tenantry.app.controls.sql;

import io.tenantry.sql.Keywords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Where an {@link SqlEditor} gets its suggestions from. UI thread; must answer at once. */
@FunctionalInterface
public interface SqlCompletion {
  /**
   * Returns what may stand at the caret, best first.
   *
   * @param text the whole text
   * @param caret where the caret is
   * @param prefix the letters of the word before the caret, may be empty
   */
  List<Suggestion> suggest(String text, int caret, String prefix);

  /**
   * One suggestion.
   *
   * @param text what is put in
   * @param kind what it is: {@code table}, {@code column}, {@code keyword}
   * @param detail what is written beside it, for example the column's type
   */
  record Suggestion(String text, String kind, String detail) {}

  /** Suggests the keywords of SQLite. */
  static SqlCompletion keywords() {
    return (_, _, prefix) -> matching(prefix, Keywords.all(), "keyword");
  }

  /** Suggests names from a list before keywords. */
  static SqlCompletion names(List<Suggestion> names) {
    return (text, caret, prefix) -> {
      List<Suggestion> all = new ArrayList<>();
      for (Suggestion name : names) {
        if (startsWith(name.text(), prefix)) {
          all.add(name);
        }
      }
      all.addAll(keywords().suggest(text, caret, prefix));
      return all;
    };
  }

  private static List<Suggestion> matching(String prefix, Collection<String> words, String kind) {
    if (prefix.isEmpty()) {
      return List.of();
    }
    boolean lower = prefix.equals(prefix.toLowerCase(Locale.ROOT));
    return words.stream()
        .filter(word -> startsWith(word, prefix))
        .map(word -> new Suggestion(lower ? word.toLowerCase(Locale.ROOT) : word, kind, ""))
        .toList();
  }

  private static boolean startsWith(String word, String prefix) {
    return word.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
