package io.tenantry.app.controls.code;

import java.util.List;

/**
 * Code in one language.
 *
 * @param language what it is written in
 * @param code the code as it is copied; {@code <name>} stands for what the reader fills in
 * @param secrets what is masked until the reader asks to see it
 */
public record CodeSample(CodeLanguage language, String code, List<String> secrets) {
  /** Keeps what is given. */
  public CodeSample {
    code = code.stripTrailing();
    secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
  }

  /** Code without secrets. */
  public static CodeSample of(CodeLanguage language, String code) {
    return new CodeSample(language, code, List.of());
  }
}
