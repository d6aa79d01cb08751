package io.tenantry.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/tenantry/themes");
  private static final Pattern DEFINED = Pattern.compile("(?m)(-(?:tn|color)-[a-z0-9-]+)\\s*:");
  private static final Pattern USED = Pattern.compile(":[^;{}]*?(-(?:tn|color)-[a-z0-9-]+)");
  private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");

  @ParameterizedTest
  @ValueSource(strings = {"dark", "contrast"})
  void everyPaletteDefinesTheSameTokens(String palette) throws IOException {
    assertThat(find(DEFINED, read("settings/" + palette + ".css")))
        .isEqualTo(find(DEFINED, read("settings/light.css")));
  }

  @Test
  void stylesUseOnlyTokensThatExist() throws IOException {
    Set<String> defined = find(DEFINED, read("settings/light.css"));
    try (InputStream base =
        Theme.class.getResourceAsStream("/atlantafx/base/theme/primer-light.css")) {
      assertThat(base).isNotNull();
      defined.addAll(find(DEFINED, new String(base.readAllBytes(), StandardCharsets.UTF_8)));
    }
    for (Path file : styles()) {
      String text = Files.readString(file);
      Set<String> known = new TreeSet<>(defined);
      known.addAll(find(DEFINED, text));
      assertThat(known).as(file.toString()).containsAll(find(USED, text));
    }
  }

  @Test
  void coloursStandInPalettesOnly() throws IOException {
    for (Path file : styles()) {
      assertThat(LITERAL.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  /** The toolkit forgets the condition of a media rule whose selector names an ancestor. */
  @Test
  void mediaRulesNameNoAncestors() throws IOException {
    Pattern media = Pattern.compile("@media[^{]*\\{((?:[^{}]*\\{[^{}]*\\})*)\\s*\\}");
    Pattern selector = Pattern.compile("([^{};]+)\\{");
    for (Path file : styles()) {
      Matcher block = media.matcher(Files.readString(file));
      while (block.find()) {
        Matcher rule = selector.matcher(block.group(1));
        while (rule.find()) {
          for (String name : rule.group(1).strip().split("\\s*,\\s*")) {
            assertThat(name).as(file.toString()).doesNotContainAnyWhitespaces();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyImportOfAThemeExists(Theme theme) throws IOException {
    assertThat(theme.stylesheet()).endsWith(".css");
    String name = theme.stylesheet().substring(theme.stylesheet().lastIndexOf('/') + 1);
    Matcher imports = Pattern.compile("@import \"([^\"]+)\"").matcher(read(name));
    while (imports.find()) {
      String target = imports.group(1);
      boolean exists =
          target.startsWith("/")
              ? Theme.class.getResource(target) != null
              : Files.exists(FOLDER.resolve(target));
      assertThat(exists).as(target).isTrue();
    }
  }

  private static Set<String> find(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Iterable<Path> styles() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .filter(file -> !file.toString().contains("settings"))
          .toList();
    }
  }

  private static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
