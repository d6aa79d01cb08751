package io.tenantry.app.controls.placeholders;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What a page or a frame shows when there is nothing in it yet: the page's own icon, one sentence,
 * one action, one link, and up to three ways to begin. UI thread.
 */
public final class EmptyState extends VBox {
  private static final int MOST_CHOICES = 3;

  private final HBox actions = new HBox();
  private final HBox choices = new HBox();

  /** Creates it with an icon, a short title and one sentence that teaches. */
  public EmptyState(Icon icon, String title, String text) {
    getStyleClass().add("empty-state");
    StackPane medal = new StackPane(Icons.of(icon, "icon-hero"));
    medal.getStyleClass().add("empty-medal");
    Label heading = Labels.title(title);
    Label sentence = Labels.prose(text);
    sentence.getStyleClass().add("empty-text");
    hideEmpty(sentence, text.isEmpty());
    actions.getStyleClass().add("empty-actions");
    choices.getStyleClass().add("choice-cards");
    hideEmpty(actions, true);
    hideEmpty(choices, true);
    getChildren().addAll(medal, heading, sentence, actions, choices);
  }

  /** Adds the one main action. */
  public EmptyState action(Button button) {
    actions.getChildren().addFirst(button);
    hideEmpty(actions, false);
    return this;
  }

  /** Adds the one link. */
  public EmptyState link(Hyperlink link) {
    actions.getChildren().addLast(link);
    hideEmpty(actions, false);
    return this;
  }

  /** Adds a way to begin, at most three: its icon, its name and what comes of it. */
  public EmptyState choice(Icon icon, String name, String text, Runnable begin) {
    if (choices.getChildren().size() == MOST_CHOICES) {
      throw new IllegalStateException("more than three ways to begin");
    }
    Label words = Labels.caption(text);
    words.setWrapText(true);
    VBox body = new VBox(Icons.of(icon, "icon-navigation"), Labels.heading(name), words);
    body.getStyleClass().add("choice-words");
    Button card = new Button();
    card.getStyleClass().add("choice-card");
    card.setGraphic(body);
    card.setAccessibleText(name);
    card.setAccessibleHelp(text);
    card.setOnAction(_ -> begin.run());
    choices.getChildren().add(card);
    hideEmpty(choices, false);
    return this;
  }

  /** Takes less room, for the inside of a table or a panel. */
  public EmptyState framed() {
    getStyleClass().add("framed");
    return this;
  }

  private static void hideEmpty(Node node, boolean empty) {
    node.setVisible(!empty);
    node.setManaged(!empty);
  }
}
