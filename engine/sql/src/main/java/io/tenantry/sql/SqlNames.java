package io.tenantry.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names by SQLite's rules: how they are written into SQL, and which of them are the same. SQLite
 * folds the case of the letters A to Z and of no others, so {@code "Ä"} and {@code "ä"} are two
 * names. Any thread.
 *
 * @see <a href="https://sqlite.org/src/file/src/util.c">util.c</a> (sqlite3StrICmp)
 */
public final class SqlNames {
  /** Orders names, and takes those for equal that SQLite takes for equal. */
  public static final Comparator<String> ORDER = (one, other) -> fold(one).compareTo(fold(other));

  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SqlNames() {}

  /** Returns a name as it can stand in any statement: bare where that is safe, else quoted. */
  public static String quoteIfNeeded(String name) {
    return isBare(name) ? name : quote(name);
  }

  /** Returns a name in double quotes. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns the name inside quotes of any kind that SQLite knows, or the bare name. */
  public static String unquote(String name) {
    if (name.length() < 2) {
      return name;
    }
    char first = name.charAt(0);
    String inside = name.substring(1, name.length() - 1);
    return switch (first) {
      case '"', '`', '\'' -> inside.replace("" + first + first, String.valueOf(first));
      case '[' -> inside;
      default -> name;
    };
  }

  /** Says whether a name needs no quotes. */
  public static boolean isBare(String name) {
    return BARE.matcher(name).matches() && !Keywords.contains(name);
  }

  /** Returns the form of a name that all its spellings share: A to Z in lower case. */
  public static String fold(String name) {
    return mapped(name, 'A', 'Z', 'a' - 'A');
  }

  /** Returns a word with a to z in upper case, the form in which keywords are compared. */
  public static String upper(String word) {
    return mapped(word, 'a', 'z', 'A' - 'a');
  }

  /** Says whether SQLite takes two names for one. */
  public static boolean same(String one, String other) {
    return one.length() == other.length() && fold(one).equals(fold(other));
  }

  /** Returns an empty set that holds of each name one spelling. */
  public static SortedSet<String> set() {
    return new TreeSet<>(ORDER);
  }

  /** Returns a set of names that holds of each one spelling. */
  public static SortedSet<String> set(Collection<String> names) {
    SortedSet<String> set = set();
    set.addAll(names);
    return set;
  }

  private static String mapped(String text, char first, char last, int shift) {
    char[] letters = text.toCharArray();
    boolean changed = false;
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] >= first && letters[i] <= last) {
        letters[i] += (char) shift;
        changed = true;
      }
    }
    return changed ? new String(letters) : text;
  }
}
