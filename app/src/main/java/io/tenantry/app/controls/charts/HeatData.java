package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Axes;
import io.tenantry.app.controls.charts.Picture.Cell;
import io.tenantry.app.controls.charts.Picture.Label;
import io.tenantry.app.controls.charts.Picture.Level;
import io.tenantry.app.controls.charts.Picture.Marks;
import io.tenantry.app.controls.charts.Picture.Notes;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of squares for each thing, one square for each place of a common axis.
 *
 * @param axis names of the places, for example days
 * @param rows the things
 */
public record HeatData(List<String> axis, List<Row> rows) implements ChartData {
  private static final double ROW = 16;
  private static final double GAP = 1;
  private static final double APART = 64;
  private static final int LONGEST_NAME = 24;
  private static final double CHARACTER = 6.6;

  /**
   * A thing.
   *
   * @param name its name
   * @param squares its squares, as many as the axis has places
   */
  public record Row(String name, List<Square> squares) {
    /** Copies the squares. */
    public Row {
      squares = List.copyOf(squares);
    }
  }

  /**
   * A square.
   *
   * @param value how much; NaN for nothing
   * @param failed whether it is crossed
   * @param words what it says
   */
  public record Square(double value, boolean failed, String words) {}

  /** Copies the lists and checks that the rows fit the axis. */
  public HeatData {
    axis = List.copyOf(axis);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.squares().size() != axis.size()) {
        throw new IllegalArgumentException("one square a place of the axis");
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return rows.isEmpty() || axis.isEmpty();
  }

  @Override
  public List<Key> legend() {
    return List.of();
  }

  @Override
  public Optional<TimeRange> timeRange() {
    return Optional.empty();
  }

  @Override
  public double leftInset() {
    int longest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    return Math.min(LONGEST_NAME, longest) * CHARACTER + 12;
  }

  @Override
  public OptionalDouble ownHeight() {
    Frame least = Frame.ofChart(0, 0, 0);
    return OptionalDouble.of(least.height() - 1 + rows.size() * (ROW + GAP));
  }

  @Override
  public Picture picture(Frame frame, View view) {
    double room = frame.plotWidth() / axis.size();
    double most =
        rows.stream()
            .flatMap(row -> row.squares().stream())
            .mapToDouble(Square::value)
            .filter(value -> !Double.isNaN(value))
            .max()
            .orElse(1);
    List<Cell> cells = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      double y = frame.top() + at * (ROW + GAP);
      levels.add(new Level(y + ROW / 2, cut(rows.get(at).name()), false, false));
      for (int place = 0; place < axis.size(); place++) {
        Square square = rows.get(at).squares().get(place);
        double x = frame.left() + place * room;
        double share = most > 0 ? square.value() / most : square.value();
        cells.add(new Cell(x, y, Math.max(1, room - GAP), ROW, share, square.failed()));
      }
    }
    return new Picture(
        frame,
        new Axes(levels, labels(frame, room)),
        new Marks(List.of(), List.of(), cells),
        Notes.NONE,
        stops(cells));
  }

  @Override
  public ChartTable table(View view) {
    return new Squares(this);
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private List<Label> labels(Frame frame, double room) {
    int each = Math.max(1, (int) Math.ceil(APART / Math.max(1, room)));
    List<Label> labels = new ArrayList<>();
    for (int place = 0; place < axis.size(); place += each) {
      labels.add(new Label(frame.left() + (place + 0.5) * room, axis.get(place), Double.NaN));
    }
    return labels;
  }

  private Stops stops(List<Cell> cells) {
    double[] xs = cells.stream().mapToDouble(cell -> cell.x() + cell.width() / 2).toArray();
    double[] ys = cells.stream().mapToDouble(cell -> cell.y() + cell.height() / 2).toArray();
    return new Stops(xs, ys, new long[0], axis.size(), this::reading);
  }

  private Reading reading(int stop) {
    Row row = rows.get(stop / axis.size());
    int place = stop % axis.size();
    Reading.Item item =
        new Reading.Item(Hue.SERIES_1, "", row.squares().get(place).words(), Double.NaN);
    return new Reading(row.name() + ", " + axis.get(place), List.of(item), List.of());
  }

  /** One row a thing. */
  private record Squares(HeatData data) implements ChartTable {
    @Override
    public List<String> columns() {
      List<String> columns = new ArrayList<>();
      columns.add(Text.of("charts.name"));
      columns.addAll(data.axis());
      return columns;
    }

    @Override
    public int rows() {
      return data.rows().size();
    }

    @Override
    public String shown(int row, int column) {
      Row read = data.rows().get(row);
      return column == 0 ? read.name() : read.squares().get(column - 1).words();
    }

    @Override
    public String raw(int row, int column) {
      return shown(row, column);
    }
  }
}
