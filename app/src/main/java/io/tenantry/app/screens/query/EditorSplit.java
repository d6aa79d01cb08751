package io.tenantry.app.screens.query;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.sql.SqlEditor;
import java.util.OptionalDouble;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * The editor above, what came of it below. The editor grows with its text up to a part of the
 * height, until somebody moves the divider. UI thread.
 */
final class EditorSplit extends SplitPane {
  private static final String KEY = "split.query";
  private static final double LEAST = 120;
  private static final double LINE = 20;
  private static final double AROUND = 20;
  private static final double MOST = 0.4;

  private final SqlEditor editor;
  private final LayoutMemory memory;

  EditorSplit(SqlEditor editor, Node below, LayoutMemory memory) {
    super(editor, below);
    this.editor = editor;
    this.memory = memory;
    setOrientation(Orientation.VERTICAL);
    editor.setMinHeight(LINE * 3);
    SplitPane.setResizableWithParent(editor, false);
    heightProperty().subscribe((_, _) -> place());
    editor.text().subscribe((_, _) -> place());
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    place();
  }

  private void place() {
    OptionalDouble kept = memory.read(KEY);
    double height = getHeight();
    if (height <= 0) {
      return;
    }
    long lines = 1 + editor.text().get().chars().filter(c -> c == '\n').count();
    double wanted = Math.max(LEAST, lines * LINE + AROUND);
    setDividerPositions(kept.orElse(Math.min(wanted, MOST * height) / height));
  }

  /** Only a divider that somebody moved is remembered. */
  private void released(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && node.getStyleClass().contains("split-pane-divider")) {
      memory.write(KEY, getDividerPositions()[0]);
    }
  }
}
