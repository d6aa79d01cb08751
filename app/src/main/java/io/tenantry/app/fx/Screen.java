package io.tenantry.app.fx;

import java.util.List;
import javafx.scene.Node;

/**
 * One screen of the console. It is built once per connection and shown many times; everything it
 * listens to lives between {@link #shown} and {@link #hidden}.
 */
public interface Screen {
  /** Returns the root of the screen, always the same node. */
  Node node();

  /**
   * Loads and subscribes.
   *
   * @param subject what the place is about, for example a workspace's name or a tenant filter;
   *     empty when the place is a plain list
   */
  default void shown(String subject) {}

  /** Closes subscriptions and drops loads that are under way. */
  default void hidden() {}

  /** Returns what can be done here; the shell binds the keys while the screen is shown. */
  default List<Command> commands() {
    return List.of();
  }
}
