package io.tenantry.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path TEXTS = Path.of("src/main/resources/io/tenantry/app/text");
  private static final Pattern USE = Pattern.compile("Text\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @Test
  void everyKeyThatIsUsedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path source : javaFiles()) {
      Matcher use = USE.matcher(Files.readString(source));
      while (use.find()) {
        if (!exists(use.group(1))) {
          missing.add(source.getFileName() + ": " + use.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyStandsInTheFileOfItsFirstPart() throws IOException {
    List<String> misplaced = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".properties", "");
        for (String key : load(file).stringPropertyNames()) {
          if (!key.startsWith(name + ".")) {
            misplaced.add(name + ": " + key);
          }
        }
      }
    }
    assertThat(misplaced).isEmpty();
  }

  @Test
  void everyErrorCodeHasTitleAndAction() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(Text.has("error." + code.code() + ".title")).as(code.code()).isTrue();
      assertThat(Text.has("error." + code.code() + ".action")).as(code.code()).isTrue();
    }
  }

  @Test
  void argumentsAreFilledIn() {
    assertThat(Text.of("figures.minutes", 3)).isEqualTo("3 min ago");
  }

  private static boolean exists(String key) {
    try {
      return Text.has(key);
    } catch (java.util.MissingResourceException e) {
      return false;
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
