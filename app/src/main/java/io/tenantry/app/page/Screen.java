package io.tenantry.app.page;

import io.tenantry.app.fx.Command;
import java.util.List;
import javafx.scene.Node;

/**
 * One screen of the console. It is built once per connection and shown many times; everything it
 * listens to lives between {@link #shown} and {@link #hidden}.
 */
public interface Screen {
  /** Returns what stands below the head, always the same node. */
  Node node();

  /** Returns the head, always the same; the shell shows it above the node. */
  PageHead head();

  /**
   * Loads and subscribes.
   *
   * @param subject what the place is about, for example a workspace's name or a tenant filter;
   *     empty when the place is a plain list
   */
  default void shown(String subject) {}

  /** Closes subscriptions and drops loads that are under way. */
  default void hidden() {}

  /** Ends what goes on also while it is hidden: its connection or its window is left for good. */
  default void left() {}

  /**
   * Returns what can be done here besides the actions of the head; the shell binds the keys of both
   * while the screen is shown.
   */
  default List<Command> commands() {
    return List.of();
  }
}
