package io.tenantry.app.controls.code;

import java.util.List;

/**
 * Code in one language.
 *
 * @param language what it is written in
 * @param title what its tab reads
 * @param code the code as it is copied; {@code <name>} stands for what the reader fills in
 * @param secrets what is masked until the reader asks to see it
 */
public record CodeSample(CodeLanguage language, String title, String code, List<String> secrets) {
  /** Keeps what is given. */
  public CodeSample {
    code = code.stripTrailing();
    secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
  }

  /** Code whose tab reads the language. */
  public CodeSample(CodeLanguage language, String code, List<String> secrets) {
    this(language, language.title(), code, secrets);
  }

  /** Code without secrets. */
  public static CodeSample of(CodeLanguage language, String code) {
    return new CodeSample(language, code, List.of());
  }

  /** Returns it with only its first lines. */
  CodeSample head(int lines) {
    String first = String.join("\n", code.lines().limit(lines).toList());
    return new CodeSample(language, title, first, secrets);
  }

  /** Returns it with another word on its tab. */
  public CodeSample titled(String words) {
    return new CodeSample(language, words, code, secrets);
  }
}
