package io.tenantry.app.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Follows something as long as a node is on a window, so that it can be collected afterwards. */
final class Shown {
  private Shown() {}

  static void follow(Node node, Supplier<Subscription> subscribe) {
    Subscription[] following = {Subscription.EMPTY};
    node.sceneProperty()
        .subscribe(
            (_, scene) -> {
              following[0].unsubscribe();
              following[0] = scene == null ? Subscription.EMPTY : subscribe.get();
            });
  }
}
