package io.tenantry.app.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A filter as it is written: words, and keys with values, separated by blanks. Knows what could
 * stand where the user types.
 */
public final class FilterTerms {
  /** A filter of words only. */
  public static final FilterTerms WORDS = new FilterTerms(List.of());

  private static final Pattern TERM = Pattern.compile("\\S+");

  private final List<FilterKey> keys;

  /** Creates the language of some keys. */
  public FilterTerms(List<FilterKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * One term of a filter.
   *
   * @param text the whole term
   * @param from where it begins in the filter
   * @param key its key, empty for a word
   * @param sign what stands between key and value, empty for a word
   * @param value the value, or the word
   */
  public record Term(String text, int from, String key, String sign, String value) {
    /** Returns where it ends in the filter. */
    public int to() {
      return from + text.length();
    }

    /** Says whether it is a key that still waits for its value. */
    public boolean isUnfinished() {
      return !key.isEmpty() && value.isEmpty();
    }
  }

  /**
   * What could stand where the user types.
   *
   * @param text what is put there
   * @param words what it means
   * @param from where it begins
   * @param to where what it replaces ends
   */
  record Suggestion(String text, String words, int from, int to) {}

  /** Returns the terms of a filter in their order. */
  public List<Term> terms(String filter) {
    return TERM.matcher(filter).results().map(this::term).toList();
  }

  private Term term(MatchResult found) {
    String text = found.group();
    return keys.stream()
        .flatMap(key -> key.signs().stream().map(sign -> new Head(key.name(), sign)))
        .filter(head -> head.begins(text))
        .max(Comparator.comparingInt(head -> head.text().length()))
        .map(head -> new Term(text, found.start(), head.key(), head.sign(), head.rest(text)))
        .orElseGet(() -> unknown(text, found.start()));
  }

  /** A colon makes a key of what stands before it, known or not. */
  private static Term unknown(String text, int from) {
    int colon = text.indexOf(':');
    return colon <= 0
        ? new Term(text, from, "", "", text)
        : new Term(
            text,
            from,
            text.substring(0, colon).toLowerCase(Locale.ROOT),
            ":",
            text.substring(colon + 1));
  }

  private record Head(String key, String sign) {
    String text() {
      return key + sign;
    }

    boolean begins(String term) {
      return term.toLowerCase(Locale.ROOT).startsWith(text());
    }

    String rest(String term) {
      return term.substring(text().length());
    }
  }

  /** Returns a filter without one of its terms. */
  static String without(String filter, Term term) {
    String before = filter.substring(0, term.from()).stripTrailing();
    String after = filter.substring(Math.min(filter.length(), term.to())).stripLeading();
    return before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
  }

  /** Returns what could stand at a place of a filter. */
  List<Suggestion> suggest(String filter, int caret) {
    Term at =
        terms(filter.substring(0, caret)).stream()
            .filter(term -> term.to() == caret)
            .findFirst()
            .orElse(new Term("", caret, "", "", ""));
    int to = endOfTerm(filter, caret);
    return at.key().isEmpty() ? keysFor(at, to) : valuesFor(at, to);
  }

  private static int endOfTerm(String filter, int caret) {
    int to = caret;
    while (to < filter.length() && !Character.isWhitespace(filter.charAt(to))) {
      to++;
    }
    return to;
  }

  private List<Suggestion> keysFor(Term at, int to) {
    String begin = at.text().toLowerCase(Locale.ROOT);
    List<Suggestion> found = new ArrayList<>();
    for (FilterKey key : keys) {
      if (key.name().startsWith(begin)) {
        found.add(new Suggestion(key.name() + key.signs().getFirst(), key.words(), at.from(), to));
      }
    }
    return found;
  }

  private List<Suggestion> valuesFor(Term at, int to) {
    String begin = at.value().toLowerCase(Locale.ROOT);
    Optional<FilterKey> key =
        keys.stream().filter(each -> each.name().equals(at.key())).findFirst();
    return key.stream()
        .flatMap(each -> each.values().get().stream())
        .filter(value -> value.text().toLowerCase(Locale.ROOT).startsWith(begin))
        .filter(value -> !value.text().equalsIgnoreCase(begin))
        .map(
            value ->
                new Suggestion(
                    at.key() + at.sign() + value.text() + " ", value.words(), at.from(), to))
        .toList();
  }
}
