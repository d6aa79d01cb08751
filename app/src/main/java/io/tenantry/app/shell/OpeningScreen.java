package io.tenantry.app.shell;

import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import javafx.scene.Node;

/** Stands at a place until the engine behind it is open. UI thread. */
final class OpeningScreen implements Screen {
  private final Node node = new LoadingSkeleton();
  private final PageHead head;

  /**
   * Creates it.
   *
   * @param connection name of what is being opened
   */
  OpeningScreen(String connection, Runnable onCancel) {
    node.getStyleClass().add("page");
    head =
        new PageHead("")
            .caption(Text.of("shell.opening.connection", connection))
            .actions(Action.of(Text.of("shell.opening.cancel"), Icon.CLOSE, onCancel));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public PageHead head() {
    return head;
  }
}
