package io.tenantry.app.controls.messages;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A message in the flow of a page: a ground of its tone, a line at the left, what is so, why, and
 * at most two small buttons. UI thread.
 */
public class Callout extends HBox {
  private static final int MOST_LOSSES = 5;

  private final Label title;
  private final VBox words = new VBox();
  private final HBox actions = new HBox();

  /** Creates a message; an empty text leaves its line out. */
  public Callout(Tone tone, String title, String text) {
    getStyleClass().add("callout");
    tone.mark(this);
    Node icon = Icons.of(tone.icon(), "callout-icon");
    StackPane mark = new StackPane(icon);
    mark.getStyleClass().add("callout-mark");
    this.title = Labels.heading(title);
    this.title.setWrapText(true);
    words.getStyleClass().add("callout-words");
    words.getChildren().add(this.title);
    if (!text.isEmpty()) {
      add(Labels.prose(text));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    actions.getStyleClass().add("callout-actions");
    actions.setMinWidth(USE_PREF_SIZE);
    actions.setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(mark, words, actions);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Adds a line below the text. */
  public final Callout add(Node line) {
    words.getChildren().add(line);
    return this;
  }

  /** Adds what can be done about it; buttons become small. */
  public final Callout action(Node... buttons) {
    for (Node button : buttons) {
      if (button instanceof Button) {
        button.getStyleClass().add("small");
      }
      actions.getChildren().add(button);
    }
    return this;
  }

  /**
   * Lists what would be lost, at most five lines.
   *
   * @param more says how many further ones there are, {@code and 12 more}
   */
  public final Callout losses(List<String> losses, java.util.function.IntFunction<String> more) {
    VBox list = new VBox();
    list.getStyleClass().add("loss-list");
    losses.stream().limit(MOST_LOSSES).map(Labels::prose).forEach(list.getChildren()::add);
    if (losses.size() > MOST_LOSSES) {
      list.getChildren().add(Labels.caption(more.apply(losses.size() - MOST_LOSSES)));
    }
    return add(list);
  }
}
