package io.tenantry.app.controls.avatar;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one or two letters of an avatar. */
final class Initials {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NUMBERED = Pattern.compile(".*?(\\p{Nd}{2})$");

  private Initials() {}

  /**
   * Returns the first letters of the first two words ({@code acme-bank} is {@code AB}), or the last
   * two digits of what is numbered ({@code cust0017} is {@code 17}).
   */
  static String of(String name) {
    String subject = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    var numbered = NUMBERED.matcher(subject);
    if (numbered.matches()) {
      return numbered.group(1);
    }
    List<String> words =
        BETWEEN_WORDS.splitAsStream(subject).filter(word -> !word.isEmpty()).toList();
    return words.stream().limit(2).map(Initials::first).collect(Collectors.joining());
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
