package io.tenantry.app.controls.placeholders;

import io.tenantry.app.fx.ScreenState;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Shows one of four: skeleton, empty state, failure with retry, or the content. What loads within
 * 200 ms shows no skeleton, and nothing of what was there before. It follows the state as long as
 * it lives, so give it a value that lives with the same screen. UI thread.
 */
public final class ScreenStatePane extends StackPane {
  private static final Duration PATIENCE = Duration.millis(200);

  private final Node content;
  private final Node empty;
  private final Runnable retry;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private ScreenState shown = ScreenState.LOADING;
  private UnaryOperator<FailedState> besideRetry = UnaryOperator.identity();

  /** Creates it with what to show when loaded and when empty, and what a retry does. */
  public ScreenStatePane(
      ObservableValue<ScreenState> state, Node content, Node empty, Runnable retry) {
    this(state, content, empty, skeletonOf(content), retry);
  }

  /** Creates it with a skeleton of its own. */
  public ScreenStatePane(
      ObservableValue<ScreenState> state, Node content, Node empty, Node loading, Runnable retry) {
    getStyleClass().add("screen-state");
    this.content = content;
    this.empty = empty;
    this.retry = retry;
    patience.setOnFinished(_ -> getChildren().setAll(loading));
    state.subscribe(this::show);
  }

  /** Takes less room for a failure, inside a card. */
  public ScreenStatePane framed() {
    UnaryOperator<FailedState> before = besideRetry;
    besideRetry = failure -> before.apply(failure).framed();
    return this;
  }

  /** Offers another way than trying again, for what may be gone. */
  public ScreenStatePane wayOut(String words, Runnable action) {
    besideRetry = failure -> failure.wayOut(words, action);
    return this;
  }

  /** Says whether it waits for its content. */
  public boolean isLoading() {
    return shown instanceof ScreenState.Loading;
  }

  /** Returns what it shows now. */
  public ScreenState shown() {
    return shown;
  }

  private void show(ScreenState state) {
    shown = state;
    patience.stop();
    switch (state) {
      case ScreenState.Loading _ -> {
        getChildren().clear();
        patience.playFromStart();
      }
      case ScreenState.Empty _ -> getChildren().setAll(empty);
      case ScreenState.Loaded _ -> getChildren().setAll(content);
      case ScreenState.Failed failed ->
          getChildren().setAll(besideRetry.apply(new FailedState(failed.problem(), retry)));
    }
  }

  private static Node skeletonOf(Node content) {
    return content instanceof TableView<?> table ? new TableSkeleton(table) : new LoadingSkeleton();
  }
}
