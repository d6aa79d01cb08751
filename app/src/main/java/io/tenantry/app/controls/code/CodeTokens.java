package io.tenantry.app.controls.code;

import io.tenantry.app.controls.code.CodeToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts code into tokens: keywords, strings, numbers, comments, placeholders and secrets. One for
 * all languages, because samples are to be read, not compiled.
 */
final class CodeTokens {
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z0-9 _-]*>");

  private final CodeSample sample;
  private final String code;
  private final List<CodeToken> tokens = new ArrayList<>();
  private int plainFrom;
  private int at;

  private CodeTokens(CodeSample sample) {
    this.sample = sample;
    this.code = sample.code();
  }

  /** Returns the tokens of a sample; their texts together are its code. */
  static List<CodeToken> of(CodeSample sample) {
    return new CodeTokens(sample).cut();
  }

  private List<CodeToken> cut() {
    while (at < code.length()) {
      char first = code.charAt(at);
      if (sample.language().isCommentAt(code, at) && startsWord()) {
        take(Kind.COMMENT, endOfLine());
      } else if (secretEnd() > at) {
        take(Kind.SECRET, secretEnd());
      } else if (placeholderEnd() > at) {
        take(Kind.PLACEHOLDER, placeholderEnd());
      } else if (sample.language().isQuote(first)) {
        takeString(first);
      } else if (Character.isDigit(first) && startsWord()) {
        take(Kind.NUMBER, endOfWord());
      } else if (Character.isJavaIdentifierStart(first)) {
        takeWord();
      } else {
        at++;
      }
    }
    flush();
    return List.copyOf(tokens);
  }

  /** A string, with the placeholders and secrets that stand in it. */
  private void takeString(char quote) {
    int end = endOfString(quote);
    flush();
    int from = at;
    while (at < end) {
      int special = Math.min(end, Math.max(secretEnd(), placeholderEnd()));
      if (special > at) {
        add(Kind.STRING, from);
        take(secretEnd() > at ? Kind.SECRET : Kind.PLACEHOLDER, special);
        from = at;
      } else {
        at++;
      }
    }
    add(Kind.STRING, from);
  }

  private void takeWord() {
    int end = endOfWord();
    if (startsWord() && sample.language().isKeyword(code.substring(at, end))) {
      take(Kind.KEYWORD, end);
    } else {
      at = end;
    }
  }

  private void take(Kind kind, int end) {
    flush();
    int from = at;
    at = end;
    add(kind, from);
  }

  private void add(Kind kind, int from) {
    if (at > from) {
      tokens.add(new CodeToken(kind, code.substring(from, at)));
    }
    plainFrom = at;
  }

  private void flush() {
    add(Kind.PLAIN, plainFrom);
  }

  /** Whether what starts here is not the middle of a word, an address or a flag. */
  private boolean startsWord() {
    if (at == 0) {
      return true;
    }
    char before = code.charAt(at - 1);
    return !Character.isLetterOrDigit(before) && "_-./:".indexOf(before) < 0;
  }

  private int secretEnd() {
    for (String secret : sample.secrets()) {
      if (code.startsWith(secret, at)) {
        return at + secret.length();
      }
    }
    return -1;
  }

  private int placeholderEnd() {
    Matcher matcher = PLACEHOLDER.matcher(code).region(at, code.length());
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  private int endOfLine() {
    int end = code.indexOf('\n', at);
    return end < 0 ? code.length() : end;
  }

  private int endOfWord() {
    int end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfString(char quote) {
    boolean doubled = sample.language().doublesQuotes();
    for (int end = at + 1; end < code.length(); end++) {
      char character = code.charAt(end);
      if (!doubled && character == '\\') {
        end++;
      } else if (character == quote) {
        if (!doubled || end + 1 == code.length() || code.charAt(end + 1) != quote) {
          return end + 1;
        }
        end++;
      }
    }
    return code.length();
  }
}
