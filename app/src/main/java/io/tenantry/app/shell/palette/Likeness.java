package io.tenantry.app.shell.palette;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a text fits what was typed: beginnings of words first, then parts of them, then
 * initials, and with a letter wrong, missing or too many. Any thread.
 */
final class Likeness {
  /** Does not fit. */
  static final int NONE = -1;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int WHOLE = 100;
  private static final int WORD = 90;
  private static final int INSIDE = 70;
  private static final int INITIALS = 60;
  private static final int WRONG = 50;
  private static final int LEFT_OUT = 40;

  private final List<String> wanted;

  /** Prepares what was typed. */
  Likeness(String typed) {
    wanted = words(typed);
  }

  /** Says whether nothing was typed. */
  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** Returns how well a text fits, up to 100; {@link #NONE} when a typed word is not in it. */
  int to(String text) {
    if (wanted.isEmpty()) {
      return 0;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = words(text);
    int sum = 0;
    for (String part : wanted) {
      int best = best(part, lower, words);
      if (best == NONE) {
        return NONE;
      }
      sum += best;
    }
    return sum / wanted.size();
  }

  private static int best(String part, String text, List<String> words) {
    if (text.startsWith(part)) {
      return WHOLE;
    }
    for (int index = 0; index < words.size(); index++) {
      if (words.get(index).startsWith(part)) {
        return WORD - Math.min(index, 9);
      }
    }
    if (text.contains(part)) {
      return INSIDE;
    }
    if (part.length() > 1 && initials(words).contains(part)) {
      return INITIALS;
    }
    int best = NONE;
    for (String word : words) {
      best = Math.max(best, typingError(part, word));
      best = Math.max(best, leftOut(part, word));
    }
    return best;
  }

  /** One wrong key in four letters, two in seven. */
  private static int typingError(String part, String word) {
    int allowed = part.length() < 4 ? 0 : part.length() < 7 ? 1 : 2;
    int best = NONE;
    int longest = Math.min(word.length(), part.length() + allowed);
    for (int length = Math.max(1, part.length() - allowed); length <= longest; length++) {
      int distance = distance(part, word.substring(0, length));
      if (distance <= allowed) {
        best = Math.max(best, WRONG - distance);
      }
    }
    return best;
  }

  /** Letters of one word in their order, beginning with its first: {@code trx} in transaction. */
  private static int leftOut(String part, String word) {
    if (part.length() < 2 || word.charAt(0) != part.charAt(0)) {
      return NONE;
    }
    int at = 0;
    for (int index = 0; index < word.length() && at < part.length(); index++) {
      if (word.charAt(index) == part.charAt(at)) {
        at++;
      }
    }
    return at == part.length() ? LEFT_OUT - Math.min(word.length() - part.length(), 30) : NONE;
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Least number of letters to replace, insert, leave out or swap with the next. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, 1 + cost[i - 2][j - 2]) : least;
  }
}
