package io.tenantry.app.controls.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of cells of a grid, by the places of rows and columns as they are shown; both ends
 * belong to it.
 */
record CellBlock(int top, int left, int bottom, int right) {
  CellBlock {
    if (top > bottom || left > right) {
      throw new IllegalArgumentException(top + "," + left + " to " + bottom + "," + right);
    }
  }

  static CellBlock cell(int row, int column) {
    return new CellBlock(row, column, row, column);
  }

  boolean contains(int row, int column) {
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  boolean touchesRow(int row) {
    return row >= top && row <= bottom;
  }

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }

  long cells() {
    return (long) width() * height();
  }

  /** Returns what is left without one cell of it. */
  List<CellBlock> without(int row, int column) {
    List<CellBlock> rest = new ArrayList<>();
    if (row > top) {
      rest.add(new CellBlock(top, left, row - 1, right));
    }
    if (row < bottom) {
      rest.add(new CellBlock(row + 1, left, bottom, right));
    }
    if (column > left) {
      rest.add(new CellBlock(row, left, row, column - 1));
    }
    if (column < right) {
      rest.add(new CellBlock(row, column + 1, row, right));
    }
    return rest;
  }
}
