package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.text.Figures;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A typed column of a {@link DataTable}: how a value is read from the row, written, aligned and
 * sorted, and how much room it wants. UI thread.
 */
public final class DataColumn<R, V> extends TableColumn<R, V> {
  private static final double LEAST = 64;

  private final Function<V, String> writer;
  private Function<V, @Nullable String> tooltip = _ -> null;
  private @Nullable CellNode<R> node;
  private @Nullable BiFunction<V, Instant, String> aging;
  private double wish = 140;
  private double least = LEAST;
  private double weight;
  private int leaves;
  private boolean preset = true;
  private boolean chosen = true;

  private DataColumn(String title, Function<R, @Nullable V> value, Function<V, String> writer) {
    super(title);
    this.writer = writer;
    setId(title);
    setReorderable(false);
    setCellValueFactory(cell -> value(value, cell.getValue()));
    setCellFactory(_ -> new DataCell<>(this));
  }

  private static <R, V> ReadOnlyObjectWrapper<@Nullable V> value(
      Function<R, @Nullable V> value, @Nullable R row) {
    return new ReadOnlyObjectWrapper<>(row == null ? null : value.apply(row));
  }

  /** Text, sorted without regard to case. */
  public static <R> DataColumn<R, String> text(String title, Function<R, @Nullable String> value) {
    DataColumn<R, String> column = new DataColumn<>(title, value, Function.identity());
    column.setComparator(Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER));
    return column;
  }

  /** Ids and SQL: text in the monospaced face. */
  public static <R> DataColumn<R, String> mono(String title, Function<R, @Nullable String> value) {
    return text(title, value).styled("mono-cell");
  }

  /** A whole number, right-aligned, thousands apart. */
  public static <R> DataColumn<R, Long> number(String title, ToLongFunction<R> value) {
    return new DataColumn<R, Long>(title, value::applyAsLong, Figures::count)
        .styled("number-cell")
        .room(84, 90);
  }

  /** Bytes, right-aligned, with their unit. */
  public static <R> DataColumn<R, Long> size(String title, ToLongFunction<R> value) {
    DataColumn<R, Long> column =
        new DataColumn<R, Long>(title, value::applyAsLong, Figures::size)
            .styled("number-cell")
            .wide(90);
    column.tooltip = bytes -> Figures.count(bytes) + " B";
    return column;
  }

  /** An instant as its distance from now, with the exact one in the tooltip. */
  public static <R> DataColumn<R, Instant> ago(String title, Function<R, Optional<Instant>> value) {
    DataColumn<R, Instant> column =
        new DataColumn<R, Instant>(
                title,
                row -> value.apply(row).orElse(null),
                instant -> Figures.ago(instant, Instant.now()))
            .styled("time-cell")
            .least(112)
            .wide(120);
    column.tooltip = Figures::exact;
    column.aging = Figures::ago;
    return column;
  }

  /** A value that comes by itself, with how old it is in the tooltip. Cannot be sorted by. */
  public static <R> DataColumn<R, Measured> measured(
      String title, Function<R, ObservableValue<Measured>> value) {
    DataColumn<R, Measured> column =
        new DataColumn<R, Measured>(title, _ -> null, now -> now.text().apply(Instant.now()))
            .unsorted();
    column.setCellValueFactory(
        cell ->
            cell.getValue() == null
                ? new ReadOnlyObjectWrapper<>(null)
                : value.apply(cell.getValue()));
    column.aging = (measured, now) -> measured.text().apply(now);
    column.tooltip = measured -> measured.told().apply(Instant.now());
    return column;
  }

  /** A state: quiet when it is normal, a chip when it is not. */
  public static <R> DataColumn<R, Chip.Content> chip(
      String title, Function<R, Chip.@Nullable Content> value) {
    return new DataColumn<R, Chip.Content>(title, value, Chip.Content::text)
        .styled("chip-cell")
        .wide(120);
  }

  /**
   * A node built per row, for what the other kinds cannot say.
   *
   * @param spoken the same as text, for sorting and screen readers
   */
  public static <R> DataColumn<R, String> node(
      String title, Function<R, @Nullable String> spoken, Function<R, Node> node) {
    return drawn(title, spoken, () -> node::apply);
  }

  /**
   * A node built once per cell, and shown with row after row.
   *
   * @param spoken the same as text, for sorting and screen readers
   */
  public static <R> DataColumn<R, String> drawn(
      String title, Function<R, @Nullable String> spoken, CellNode<R> node) {
    DataColumn<R, String> column = text(title, spoken).styled("node-cell");
    column.node = node;
    return column;
  }

  /** Sets by what the column is remembered and sorted; without it, by its title. */
  public DataColumn<R, V> named(String id) {
    setId(id);
    return this;
  }

  /** Sets the width it has when there is room. */
  public DataColumn<R, V> wide(double width) {
    wish = width;
    setPrefWidth(width);
    return this;
  }

  /** Sets the width below which it cannot be read; it never gets less. */
  public DataColumn<R, V> least(double width) {
    least = width;
    return this;
  }

  /** Sets the width below which it cannot be read, and the one it has when there is room. */
  public DataColumn<R, V> room(double narrow, double width) {
    return least(narrow).wide(width);
  }

  /** Takes a share of the room the table has left. */
  public DataColumn<R, V> grow() {
    return grow(1);
  }

  /** Takes a share of the room the table has left, in proportion to its weight. */
  public DataColumn<R, V> grow(double share) {
    weight = share;
    return this;
  }

  /** Leaves when there is no room for all, before columns with a lower number. */
  public DataColumn<R, V> leaves(int turn) {
    leaves = turn;
    return this;
  }

  /** Is there only when the user chooses it. */
  public DataColumn<R, V> optional() {
    preset = false;
    chosen = false;
    return this;
  }

  /** Cannot be sorted by. */
  public DataColumn<R, V> unsorted() {
    setSortable(false);
    return this;
  }

  /** Adds a style class to header and cells, for example {@code muted-cell}. */
  public DataColumn<R, V> styled(String styleClass) {
    getStyleClass().add(styleClass);
    return this;
  }

  /** Gives each cell a tooltip. */
  public DataColumn<R, V> tip(Function<V, @Nullable String> text) {
    tooltip = text;
    return this;
  }

  double wish() {
    return Math.max(wish, least);
  }

  double least() {
    return least;
  }

  double weight() {
    return weight;
  }

  int leaves() {
    return leaves;
  }

  /** The column that names the rows stays. */
  boolean mayHide() {
    return leaves > 0;
  }

  /** Says whether it is there unless the user chooses otherwise. */
  boolean isPreset() {
    return preset;
  }

  boolean isChosen() {
    return chosen;
  }

  void choose(boolean wanted) {
    chosen = wanted;
  }

  String write(@Nullable V value) {
    return value == null ? "" : writer.apply(value);
  }

  /** Says whether its text becomes another one as time passes. */
  boolean ages() {
    return aging != null;
  }

  String write(V value, Instant now) {
    return aging == null ? write(value) : aging.apply(value, now);
  }

  @Nullable String tooltipOf(V value) {
    return tooltip.apply(value);
  }

  @Nullable CellNode<R> node() {
    return node;
  }
}
