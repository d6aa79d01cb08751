package io.tenantry.app.controls.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A language that code is shown in: what it calls itself, its words, comments and strings. */
public enum CodeLanguage {
  SQL(
      "SQL",
      "'\"",
      List.of("--"),
      "add all alter and as asc begin between by case check column commit constraint create cross"
          + " current_timestamp database default delete desc distinct drop else end except exists"
          + " explain foreign from full group having if in index inner insert intersect into is"
          + " join key left like limit not null offset on or order outer pragma primary references"
          + " rename replace returning right rollback select set table then to transaction trigger"
          + " union unique update using values view virtual when where with without"),
  SHELL(
      "curl",
      "'\"",
      List.of("#"),
      "case cat cd curl do done echo elif else esac exit export fi for if in npm npx pip return"
          + " sqlite3 sudo then while"),
  JAVASCRIPT(
      "Node",
      "'\"`",
      List.of("//"),
      "async await break case catch class const continue default delete do else export extends"
          + " false finally for from function if import in instanceof let new null of return static"
          + " super switch this throw true try typeof undefined var while yield"),
  JAVA(
      "Java",
      "\"'",
      List.of("//"),
      "abstract boolean break byte case catch char class continue default do double else enum"
          + " extends final finally float for if implements import instanceof int interface long"
          + " new null package private protected public record return sealed short static super"
          + " switch this throw throws true false try var void while yield"),
  PYTHON(
      "Python",
      "'\"",
      List.of("#"),
      "and as assert async await break class continue def del elif else except False finally for"
          + " from global if import in is lambda None nonlocal not or pass raise return True try"
          + " while with yield"),
  /** Words for people: nothing in them is coloured. */
  PLAIN("Text", "", List.of(), "");

  private final String title;
  private final String quotes;
  private final List<String> comments;
  private final Set<String> words;

  CodeLanguage(String title, String quotes, List<String> comments, String words) {
    this.title = title;
    this.quotes = quotes;
    this.comments = comments;
    this.words = Set.of(words.split(" "));
  }

  /** Returns what its tab reads. */
  public String title() {
    return title;
  }

  boolean isQuote(char character) {
    return quotes.indexOf(character) >= 0;
  }

  boolean isCommentAt(String code, int index) {
    return comments.stream().anyMatch(start -> code.startsWith(start, index));
  }

  boolean isKeyword(String word) {
    return words.contains(this == SQL ? word.toLowerCase(Locale.ROOT) : word);
  }

  /** Says whether a quote is written twice to stand in its own string, instead of after a slash. */
  boolean doublesQuotes() {
    return this == SQL;
  }
}
