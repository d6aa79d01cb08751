package io.tenantry.app.controls.tables;

import javafx.scene.Node;

/** Makes what a cell draws with. UI thread. */
@FunctionalInterface
public interface CellNode<R> {
  /** Returns the brush of one cell. */
  Brush<R> brush();

  /** Draws row after row, best with the same node. */
  @FunctionalInterface
  interface Brush<R> {
    /** Returns the node that shows a row. */
    Node draw(R row);
  }
}
