package io.tenantry.sql;

import java.util.List;

/**
 * One statement of an SQL text, without the comments around it and without its semicolon.
 *
 * @param text the statement as it was written
 * @param offset where it starts in the whole text, in UTF-16 units
 * @param line where it starts in the whole text, counted from 1
 * @param verb its first word in upper case, empty when it starts with something else
 */
public record SqlStatement(String text, int offset, int line, String verb) {

  /** Returns what carries meaning: all tokens but white space and comments. */
  public List<Token> tokens() {
    return Token.meaningful(text);
  }

  /** Returns where it ends in the whole text, before its semicolon. */
  public int end() {
    return offset + text.length();
  }
}
