package io.tenantry.app.controls.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of any size, kept as small as it can be, up to a limit: rows beyond it are counted. One
 * thread writes; any thread reads what was published.
 */
public final class CompactRows implements GridData {
  private static final int MOST_ROWS = 2_000_000;
  private static final int RECENT = 1 << 12;
  private static final int LONGEST_SHARED = 64;
  private static final int BYTES_PER_CELL = 9;
  private static final int BYTES_PER_OBJECT = 44;

  private final long mostBytes;
  private final List<GridCells> written = new ArrayList<>();
  private final String[] recent = new String[RECENT];
  private int rows;
  private long bytes;
  private long writtenBeyond;
  private boolean keeping;
  private volatile Published published = new Published(List.of(), new GridCells[0], 0, 0);

  /** What readers see. */
  private record Published(List<Column> columns, GridCells[] cells, int rows, long beyond) {}

  /**
   * Starts empty.
   *
   * @param mostBytes how much memory the values may take, about
   */
  public CompactRows(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Adds a column; rows that are there have no value in it. Returns its place. */
  public int add(Column column) {
    written.add(new GridCells());
    List<Column> columns = new ArrayList<>(published.columns());
    columns.add(column);
    Published before = published;
    published =
        new Published(
            List.copyOf(columns),
            written.toArray(GridCells[]::new),
            before.rows(),
            before.beyond());
    return written.size() - 1;
  }

  /** Says more about a column than was known when it was added. */
  public void describe(int place, Column column) {
    Published before = published;
    List<Column> columns = new ArrayList<>(before.columns());
    columns.set(place, column);
    published = new Published(List.copyOf(columns), before.cells(), before.rows(), before.beyond());
  }

  /**
   * Begins a row, which has no values until they are set.
   *
   * @return whether it is kept; one beyond the limit is only counted
   */
  public boolean begin() {
    keeping = bytes < mostBytes && rows < MOST_ROWS;
    if (!keeping) {
      writtenBeyond++;
    }
    return keeping;
  }

  /** Sets a value of the row that was begun. */
  public void set(int column, long value) {
    if (keeping) {
      written.get(column).set(rows, value);
      bytes += BYTES_PER_CELL;
    }
  }

  /** Sets a value of the row that was begun. */
  public void set(int column, double value) {
    if (keeping) {
      written.get(column).set(rows, value);
      bytes += BYTES_PER_CELL;
    }
  }

  /** Sets NULL as a value of the row that was begun. */
  public void setNull(int column) {
    if (keeping) {
      written.get(column).setNull(rows);
      bytes++;
    }
  }

  /** Sets a value of the row that was begun; equal short texts are kept once. */
  public void set(int column, String value) {
    if (keeping) {
      written.get(column).set(rows, shared(value));
    }
  }

  /** Sets a value of the row that was begun; the array is not copied. */
  public void set(int column, byte[] value) {
    if (keeping) {
      written.get(column).set(rows, value);
      bytes += BYTES_PER_CELL + BYTES_PER_OBJECT + value.length;
    }
  }

  private String shared(String value) {
    bytes += BYTES_PER_CELL;
    if (value.length() > LONGEST_SHARED) {
      bytes += BYTES_PER_OBJECT + 2L * value.length();
      return value;
    }
    int place = value.hashCode() & (RECENT - 1);
    String known = recent[place];
    if (value.equals(known)) {
      return known;
    }
    recent[place] = value;
    bytes += BYTES_PER_OBJECT + value.length();
    return value;
  }

  /** Ends the row that was begun. */
  public void end() {
    rows += keeping ? 1 : 0;
    keeping = false;
  }

  /** Lets readers see the rows that ended. */
  public void publish() {
    Published before = published;
    published = new Published(before.columns(), before.cells(), rows, writtenBeyond);
  }

  /** Returns how many rows were not kept. */
  public long beyond() {
    return published.beyond();
  }

  @Override
  public List<Column> columns() {
    return published.columns();
  }

  @Override
  public int rowCount() {
    return published.rows();
  }

  @Override
  public @Nullable Object value(int row, int column) {
    GridCells[] cells = published.cells();
    return column < cells.length ? cells[column].value(row) : null;
  }

  @Override
  public boolean has(int row, int column) {
    GridCells[] cells = published.cells();
    return column < cells.length && cells[column].has(row);
  }
}
