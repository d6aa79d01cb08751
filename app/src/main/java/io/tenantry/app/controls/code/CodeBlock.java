package io.tenantry.app.controls.code;

import atlantafx.base.controls.SelectableTextFlow;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Code to take away: one tab per language, coloured, with copy; secrets are masked until asked for,
 * and long code is folded. Copying takes the secrets along. UI thread.
 */
public final class CodeBlock extends VBox {
  private static final int MOST_LINES = 12;
  private static final Duration COPIED = Duration.seconds(1.5);
  private static final String MASK = "•••";

  private final ObjectProperty<CodeSample> shown = new SimpleObjectProperty<>();
  private final SelectableTextFlow flow = new SelectableTextFlow();
  private final HBox head = new HBox();
  private final ToggleButton reveal = new ToggleButton();
  private final Hyperlink more = new Hyperlink();
  private boolean whole;

  private CodeBlock(Node title, List<CodeSample> samples) {
    getStyleClass().add("code-pane");
    flow.getStyleClass().add("code-lines");
    reveal.getStyleClass().addAll("icon-button", "flat");
    reveal.selectedProperty().subscribe(this::showReveal);
    more.setOnAction(_ -> unfold());
    VBox moreRow = new VBox(more);
    moreRow.getStyleClass().add("code-more");
    moreRow.managedProperty().bind(more.visibleProperty());
    head.getStyleClass().add("code-head");
    head.getChildren().addAll(title, Panels.spacer(), reveal, copyButton());
    getChildren().addAll(head, flow, moreRow);
    shown.subscribe(
        sample -> {
          if (sample != null) {
            whole = false;
            draw();
          }
        });
    shown.set(samples.getFirst());
  }

  /** A block with one text and a title in its head. */
  public static CodeBlock of(String title, CodeSample sample) {
    return new CodeBlock(Labels.caption(title), List.of(sample));
  }

  /** A block with a tab per language. */
  public static CodeBlock tabs(List<CodeSample> samples) {
    ObjectProperty<CodeSample> choice = new SimpleObjectProperty<>(samples.getFirst());
    Segments<CodeSample> tabs =
        Segments.small(Text.of("controls.code.language"), samples, CodeSample::title, choice);
    CodeBlock block = new CodeBlock(tabs, samples);
    block.head.getStyleClass().add("with-tabs");
    choice.subscribe(block.shown::set);
    return block;
  }

  /** Shows another text in a block of one. */
  public void show(CodeSample sample) {
    shown.set(sample);
  }

  private void unfold() {
    whole = true;
    draw();
  }

  private void showReveal(boolean revealed) {
    reveal.setGraphic(Icons.of(revealed ? Icon.HIDE : Icon.REVEAL));
    String name = Text.of(revealed ? "controls.code.hide" : "controls.code.reveal");
    Buttons.name(reveal, name);
    draw();
  }

  private void draw() {
    CodeSample sample = shown.get();
    if (sample == null) {
      return;
    }
    boolean secret = !sample.secrets().isEmpty();
    reveal.setVisible(secret);
    reveal.setManaged(secret);
    long lines = sample.code().lines().count();
    boolean folded = !whole && lines > MOST_LINES;
    more.setVisible(folded);
    more.setText(Text.of("controls.code.more", lines));
    flow.setText(
        texts(folded ? sample.head(MOST_LINES) : sample).toArray(javafx.scene.text.Text[]::new));
    setAccessibleText(sample.title());
  }

  private List<javafx.scene.text.Text> texts(CodeSample sample) {
    List<javafx.scene.text.Text> texts = new ArrayList<>();
    for (CodeToken token : CodeTokens.of(sample)) {
      boolean masked = token.kind() == CodeToken.Kind.SECRET && !reveal.isSelected();
      javafx.scene.text.Text text = new javafx.scene.text.Text(masked ? MASK : token.text());
      text.getStyleClass().addAll("text", "code-text", token.kind().styleClass());
      texts.add(text);
    }
    return texts;
  }

  private Button copyButton() {
    Button copy = Buttons.quiet(Text.of("controls.copy"), Icon.COPY, () -> {});
    copy.getStyleClass().add("small");
    PauseTransition rest = new PauseTransition(COPIED);
    rest.setOnFinished(
        _ -> {
          copy.setText(Text.of("controls.copy"));
          copy.setGraphic(Icons.of(Icon.COPY));
        });
    copy.setOnAction(
        _ -> {
          Clipboards.copy(shown.get().code());
          copy.setText(Text.of("controls.copied"));
          copy.setGraphic(Icons.of(Icon.CHECKED, "icon-success"));
          rest.playFromStart();
        });
    copy.setMinWidth(USE_PREF_SIZE);
    return copy;
  }
}
