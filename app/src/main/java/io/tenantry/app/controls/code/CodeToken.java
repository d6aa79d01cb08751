package io.tenantry.app.controls.code;

/**
 * A piece of code that has one colour.
 *
 * @param kind what it is
 * @param text its characters
 */
record CodeToken(Kind kind, String text) {
  /** What is told apart; everything else is plain. */
  enum Kind {
    PLAIN("code-plain"),
    KEYWORD("code-keyword"),
    STRING("code-string"),
    NUMBER("code-number"),
    COMMENT("code-comment"),
    /** {@code <tenant>}: to be replaced by whoever copies it. */
    PLACEHOLDER("code-placeholder"),
    SECRET("code-secret");

    private final String styleClass;

    Kind(String styleClass) {
      this.styleClass = styleClass;
    }

    String styleClass() {
      return styleClass;
    }
  }
}
