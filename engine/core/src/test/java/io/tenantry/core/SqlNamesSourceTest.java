package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java folds the case of all letters, SQLite that of A to Z: names of SQL are compared its way. */
class SqlNamesSourceTest {
  private static final Pattern JAVA_FOLDING =
      Pattern.compile(
          "equalsIgnoreCase|CASE_INSENSITIVE_ORDER|(?<!name\\(\\))\\.to(Lower|Upper)Case");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blueprints",
        "differ",
        "imports",
        "recording",
        "rows",
        "schema",
        "sessions",
        "workspaces"
      })
  void whereSchemasAreReadNoCaseIsFoldedByJava(String feature) throws IOException {
    Path sources = Path.of("src/main/java/io/tenantry/core").resolve(feature);
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("TenantIds.java")) // names of people's own
              .filter(file -> JAVA_FOLDING.matcher(text(file)).find())
              .map(file -> file.getFileName().toString())
              .toList();
      assertThat(found).isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
