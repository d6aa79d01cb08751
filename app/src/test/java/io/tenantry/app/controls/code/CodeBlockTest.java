package io.tenantry.app.controls.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class CodeBlockTest extends FxTest {
  private static final String SECRET = "tdb_pw_4f8a2c";

  @Test
  void secretsAreMaskedUntilAskedForAndCopiedWhole() {
    CodeSample sample =
        new CodeSample(CodeLanguage.SHELL, "curl -H \"Bearer " + SECRET + "\"", List.of(SECRET));
    show(fx(() -> new StackPane(CodeBlock.of("curl", sample))));
    assertThat(shownText()).contains("•••").doesNotContain(SECRET);
    clickOn(copy());
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(sample.code());
    assertThat(shownText()).doesNotContain(SECRET);
    clickOn((ToggleButton) lookup(".code-head .toggle-button").query());
    assertThat(shownText()).contains(SECRET);
  }

  @Test
  void longCodeIsFoldedAndCopiedWhole() {
    String code =
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> "SELECT " + i + ";")
            .collect(Collectors.joining("\n"));
    show(fx(() -> new StackPane(CodeBlock.of("SQL", CodeSample.of(CodeLanguage.SQL, code)))));
    assertThat(shownText()).contains("SELECT 12;").doesNotContain("SELECT 13;");
    clickOn(copy());
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(code);
    clickOn((Hyperlink) lookup(".code-more .hyperlink").query());
    assertThat(shownText()).contains("SELECT 40;");
  }

  @Test
  void aTabShowsItsLanguage() {
    List<CodeSample> samples =
        List.of(
            CodeSample.of(CodeLanguage.SHELL, "curl one"),
            CodeSample.of(CodeLanguage.PYTHON, "import two"));
    show(fx(() -> new StackPane(CodeBlock.tabs(samples))));
    assertThat(shownText()).isEqualTo("curl one");
    clickOn("Python");
    assertThat(shownText()).isEqualTo("import two");
    clickOn(copy());
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("import two");
  }

  private Labeled copy() {
    return lookup(".code-head .button").query();
  }

  private String shownText() {
    return lookup(".code-text").queryAllAs(Text.class).stream()
        .map(Text::getText)
        .collect(Collectors.joining());
  }
}
