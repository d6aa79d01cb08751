package io.tenantry.app.controls.tiles;

/**
 * How things are laid out as squares: all of them fit, whatever their number. Where one square a
 * thing would be too small to see, each stands for the same number of neighbours.
 *
 * @param things how many there are
 * @param perTile how many stand on one square; the last one may have fewer
 * @param side of a square, in whole pixels
 * @param perRow squares in a row
 */
record TileLayout(int things, int perTile, int side, int perRow) {
  static final int GAP = 2;
  private static final int LEAST = 4;
  private static final int MOST = 18;
  private static final int DETAILED = 8;

  /** Lays things out in a space, as large as they can be. */
  static TileLayout of(int things, double width, double height) {
    for (int side = MOST; side >= LEAST; side--) {
      if (things <= fitting(side, width, height)) {
        return new TileLayout(things, 1, side, columns(side, width));
      }
    }
    long room = Math.max(1, fitting(LEAST, width, height));
    int perTile = (int) Math.ceilDiv((long) things, room);
    int tiles = Math.ceilDiv(things, perTile);
    int side = LEAST;
    while (side < MOST && tiles <= fitting(side + 1, width, height)) {
      side++;
    }
    return new TileLayout(things, perTile, side, columns(side, width));
  }

  /** Returns the height that the largest squares would take. */
  static double wantedHeight(int things, double width) {
    return Math.ceilDiv(things, columns(MOST, width)) * (double) (MOST + GAP);
  }

  private static long fitting(int side, double width, double height) {
    return (long) columns(side, width) * (long) (height / (side + GAP));
  }

  private static int columns(int side, double width) {
    return Math.max(1, (int) (width / (side + GAP)));
  }

  int tiles() {
    return Math.ceilDiv(things, perTile);
  }

  int rows() {
    return Math.ceilDiv(tiles(), perRow);
  }

  /** Says whether there is room for a stroke and a mark. */
  boolean isDetailed() {
    return side >= DETAILED;
  }

  int from(int tile) {
    return tile * perTile;
  }

  int to(int tile) {
    return Math.min(things, from(tile) + perTile);
  }

  double x(int tile) {
    return tile % perRow * (double) (side + GAP);
  }

  double y(int tile) {
    return tile / perRow * (double) (side + GAP);
  }

  /** Returns the square at a place, or -1 where there is none. */
  int at(double x, double y) {
    int column = (int) (x / (side + GAP));
    int tile = (int) (y / (side + GAP)) * perRow + column;
    return x >= 0 && y >= 0 && column < perRow && tile < tiles() ? tile : -1;
  }
}
