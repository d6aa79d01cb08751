package io.tenantry.app.controls;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Says anew how long ago something was, where it is shown, as time passes. UI thread. */
public final class Aging {
  private static final String STYLE = "aging";

  private Aging() {}

  /** Lets a node say its time anew whenever it is told what time it is. */
  public static void follow(Node node, Consumer<Instant> telling) {
    node.getStyleClass().add(STYLE);
    node.getProperties().put(Aging.class, new Telling(telling));
  }

  /** Tells all that is shown below a node what time it is. */
  public static void tell(Parent root, Instant now) {
    for (Node node : root.lookupAll("." + STYLE)) {
      if (node.getProperties().get(Aging.class) instanceof Telling telling) {
        telling.told().accept(now);
      }
    }
  }

  private record Telling(Consumer<Instant> told) {}
}
