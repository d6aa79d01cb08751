package io.tenantry.app.controls.placeholders;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.text.Text;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows one of four: skeleton, empty state, failure with retry, or the content. It follows the
 * state as long as it lives, so give it a value that lives with the same screen. UI thread.
 */
public final class ScreenStatePane extends StackPane {
  private final Node content;
  private final Node empty;
  private final Runnable retry;
  private final Node loading;

  /** Creates it with what to show when loaded and when empty, and what a retry does. */
  public ScreenStatePane(
      ObservableValue<ScreenState> state, Node content, Node empty, Runnable retry) {
    this(state, content, empty, new LoadingSkeleton(), retry);
  }

  /** Creates it with a skeleton of its own. */
  public ScreenStatePane(
      ObservableValue<ScreenState> state, Node content, Node empty, Node loading, Runnable retry) {
    getStyleClass().add("screen-state");
    this.content = content;
    this.empty = empty;
    this.loading = loading;
    this.retry = retry;
    state.subscribe(this::show);
  }

  private void show(ScreenState state) {
    Node node =
        switch (state) {
          case ScreenState.Loading _ -> loading;
          case ScreenState.Empty _ -> empty;
          case ScreenState.Loaded _ -> content;
          case ScreenState.Failed(Problem problem) -> failure(problem);
        };
    getChildren().setAll(node);
  }

  private Node failure(Problem problem) {
    StackPane medal = new StackPane(Icons.of(Feather.ALERT_OCTAGON, "icon-hero"));
    medal.getStyleClass().addAll("empty-medal", "danger");
    Label text = Labels.prose(problem.text());
    text.getStyleClass().add("empty-text");
    Label action = Labels.prose(problem.action());
    action.getStyleClass().addAll("empty-text", "text-muted");
    HBox buttons = new HBox(Buttons.normal(Text.of("controls.retry"), Feather.REFRESH_CW, retry));
    buttons.getStyleClass().add("empty-actions");
    problem.incident().ifPresent(code -> buttons.getChildren().add(CopyField.code(code)));
    VBox box = new VBox(medal, Labels.title(problem.title()), text, action, buttons);
    box.getStyleClass().addAll("empty-state", "failure");
    return box;
  }
}
