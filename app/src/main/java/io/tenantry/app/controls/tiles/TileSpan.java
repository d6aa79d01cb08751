package io.tenantry.app.controls.tiles;

/**
 * The things on one tile.
 *
 * @param from the first of them, counted from 0
 * @param to behind the last of them
 * @param shown the one whose state the tile shows
 */
public record TileSpan(int from, int to, int shown) {
  /** Returns how many there are. */
  public int size() {
    return to - from;
  }
}
