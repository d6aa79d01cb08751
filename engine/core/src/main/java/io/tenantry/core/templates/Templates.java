package io.tenantry.core.templates;

import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The shipped templates by name: {@code fintech}, {@code saas}, {@code ecommerce}, {@code blog}.
 */
public final class Templates {
  /** Names in the order in which they are offered. */
  public static final List<String> NAMES = List.of("fintech", "saas", "ecommerce", "blog");

  private Templates() {}

  /**
   * Returns the script of a template.
   *
   * @throws EngineException BAD_REQUEST for an unknown name, naming the known ones
   */
  public static String script(String name) {
    if (!NAMES.contains(name)) {
      throw EngineException.badField(
          "template",
          "Unknown template '" + name + "'. Known templates: " + String.join(", ", NAMES));
    }
    try (InputStream in = Templates.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("Template is missing from the program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Template cannot be read: " + name, unreadable);
    }
  }
}
