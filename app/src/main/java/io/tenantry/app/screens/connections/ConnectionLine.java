package io.tenantry.app.screens.connections;

import java.util.ArrayList;
import java.util.List;

/** A line of the list of connections. */
sealed interface ConnectionLine {
  /**
   * The name of a group, above its connections.
   *
   * @param group the name
   */
  record Head(String group) implements ConnectionLine {}

  /**
   * A connection.
   *
   * @param row what it shows
   */
  record Entry(ConnectionRow row) implements ConnectionLine {}

  /** Says what stays the same while a connection changes. */
  default String identity() {
    return switch (this) {
      case Head(String group) -> "group " + group;
      case Entry(ConnectionRow row) -> "connection " + row.connection().id();
    };
  }

  /**
   * Puts connections under the names of their groups, in the order in which the groups first come;
   * those without a group stay first and have no name above.
   */
  static List<ConnectionLine> of(List<ConnectionRow> rows) {
    List<ConnectionLine> lines = new ArrayList<>();
    rows.stream().filter(row -> row.group().isBlank()).map(Entry::new).forEach(lines::add);
    for (String group : rows.stream().map(row -> row.group().strip()).distinct().toList()) {
      if (!group.isEmpty()) {
        lines.add(new Head(group));
        rows.stream()
            .filter(row -> row.group().strip().equals(group))
            .map(Entry::new)
            .forEach(lines::add);
      }
    }
    return List.copyOf(lines);
  }
}
