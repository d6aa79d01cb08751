package io.tenantry.app.shell;

import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Stands in for a screen that could not be shown. UI thread. */
final class FailedScreen implements Screen {
  private final PageHead head = new PageHead("");
  private final Node page;

  FailedScreen(Problem problem, Runnable retry) {
    page =
        Panels.page(
            new ScreenStatePane(
                new SimpleObjectProperty<>(ScreenState.failed(problem)),
                new Region(),
                new Region(),
                retry));
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public PageHead head() {
    return head;
  }
}
