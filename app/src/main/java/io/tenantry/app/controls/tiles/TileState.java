package io.tenantry.app.controls.tiles;

import java.util.Locale;

/** What a tile shows. Of several things on one tile, it shows the one that stands last here. */
public enum TileState {
  /** Nothing was to be done. */
  THERE,
  /** Done. */
  DONE,
  /** Its turn has not come. */
  WAITING,
  /** Its turn comes when somebody says so. */
  PAUSED,
  /** Its turn never came. */
  NOT_REACHED,
  /** In work. */
  RUNNING,
  /** Failed. */
  FAILED;

  private static final TileState[] ALL = values();

  /** Returns the state that is kept as a number. */
  static TileState of(byte kept) {
    return ALL[kept];
  }

  /** Returns the number that stands for this state where many are kept. */
  public byte kept() {
    return (byte) ordinal();
  }

  /** Returns the style class of what has its colours: a probe, a swatch. */
  public String styleClass() {
    return "tile-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
