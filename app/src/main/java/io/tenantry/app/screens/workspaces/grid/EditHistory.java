package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The way back and forward through what was staged. */
final class EditHistory {
  private final Deque<SchemaEdits> past = new ArrayDeque<>();
  private final Deque<SchemaEdits> future = new ArrayDeque<>();

  /** Notes what was there before something new was staged. */
  void note(SchemaEdits before) {
    past.push(before);
    future.clear();
  }

  /** Goes one step back from here; empty at the begin. */
  Optional<SchemaEdits> back(SchemaEdits here) {
    return step(past, future, here);
  }

  /** Goes one step forward again; empty at the end. */
  Optional<SchemaEdits> forward(SchemaEdits here) {
    return step(future, past, here);
  }

  void clear() {
    past.clear();
    future.clear();
  }

  private static Optional<SchemaEdits> step(
      Deque<SchemaEdits> from, Deque<SchemaEdits> to, SchemaEdits here) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    to.push(here);
    return Optional.of(from.pop());
  }
}
