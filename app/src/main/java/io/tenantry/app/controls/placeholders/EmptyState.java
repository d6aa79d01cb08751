package io.tenantry.app.controls.placeholders;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a list shows when there is nothing in it yet: one sentence, one action, one link. UI thread.
 */
public final class EmptyState extends VBox {
  private final HBox actions = new HBox();

  /** Creates it with an icon, a short title and one sentence that teaches. */
  public EmptyState(Feather icon, String title, String text) {
    getStyleClass().add("empty-state");
    StackPane medal = new StackPane(Icons.of(icon, "icon-hero"));
    medal.getStyleClass().add("empty-medal");
    Label heading = Labels.title(title);
    Label sentence = Labels.prose(text);
    sentence.getStyleClass().add("empty-text");
    actions.getStyleClass().add("empty-actions");
    getChildren().addAll(medal, heading, sentence, actions);
  }

  /** Adds the one main action. */
  public EmptyState action(Button button) {
    actions.getChildren().addFirst(button);
    return this;
  }

  /** Adds the one link. */
  public EmptyState link(Hyperlink link) {
    actions.getChildren().addLast(link);
    return this;
  }
}
