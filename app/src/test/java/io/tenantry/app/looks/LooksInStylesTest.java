package io.tenantry.app.looks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks live in style sheets: no colour and no space in code, and gaps in steps of the scale. */
class LooksInStylesTest {
  private static final Path CODE = Path.of("src/main/java");
  private static final List<Path> STYLES =
      List.of(Path.of("src/main/resources"), Path.of("../themes/src/main/resources"));

  /** Colours, fonts and space in code; what a canvas draws with comes from probes. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\\.setStyle\\(\\s*\"|Color\\.(?:web|rgb|color|hsb|gray)\\(|Color\\.(?!TRANSPARENT)[A-Z]{3,}"
              + "|Font\\.font\\(|\\.set(?:Spacing|Padding|Hgap|Vgap|GraphicTextGap)\\(|\"#[0-9a-fA-F]{3,8}\"");

  private static final Pattern GAP =
      Pattern.compile("-fx-(?:spacing|hgap|vgap|graphic-text-gap)\\s*:\\s*(-?[\\d.]+)(?:px)?\\s*;");

  /** Steps of space; 1 and -1 let lines meet. */
  private static final Set<Double> STEPS =
      Set.of(-1.0, 0.0, 1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 32.0, 40.0);

  private static final Set<String> UNDER_WORK = Set.of("query.css");

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");

  @Test
  void codeNamesNoColourFontOrSpace() throws IOException {
    assertThat(found(CODE, ".java", LITERAL)).isEmpty();
  }

  @Test
  void gapsAreStepsOfTheScale() throws IOException {
    List<String> odd = new ArrayList<>();
    for (Path folder : STYLES) {
      for (Path file : files(folder, ".css")) {
        if (UNDER_WORK.contains(file.getFileName().toString())) {
          continue;
        }
        Matcher gap = GAP.matcher(Files.readString(file));
        while (gap.find()) {
          if (!STEPS.contains(Double.parseDouble(gap.group(1)))) {
            odd.add(file.getFileName() + ": " + gap.group());
          }
        }
      }
    }
    assertThat(odd).isEmpty();
  }

  @Test
  void stylesOfScreensNameNoColour() throws IOException {
    assertThat(found(STYLES.getFirst(), ".css", COLOUR)).isEmpty();
  }

  private static List<String> found(Path folder, String ending, Pattern pattern)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder, ending)) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(file.getFileName() + ": " + matcher.group());
      }
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(all).isNotEmpty();
      return all;
    }
  }
}
