package io.tenantry.app.controls;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.text.Figures;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A typed column of a {@link DataTable}: how a value is read from the row, written, aligned and
 * sorted. UI thread.
 */
public final class DataColumn<R, V> extends TableColumn<R, V> {
  private final Function<V, String> writer;
  private Function<V, @Nullable String> tooltip = _ -> null;
  private @Nullable Function<R, Node> graphic;
  private boolean grows;

  private DataColumn(String title, Function<R, @Nullable V> value, Function<V, String> writer) {
    super(title);
    this.writer = writer;
    setId(title);
    setReorderable(true);
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    setCellFactory(_ -> new DataCell<>(this));
    wide(140);
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
        .wide(90);
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
            .styled("muted-cell")
            .wide(110);
    column.tooltip = Figures::exact;
    return column;
  }

  /** A state as a chip. */
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
    DataColumn<R, String> column = text(title, spoken).styled("node-cell");
    column.graphic = node;
    return column;
  }

  /** Sets the width it starts with. */
  public DataColumn<R, V> wide(double width) {
    setPrefWidth(width);
    return this;
  }

  /** Takes a share of the space the table has left. */
  public DataColumn<R, V> grow() {
    grows = true;
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

  boolean grows() {
    return grows;
  }

  String write(@Nullable V value) {
    return value == null ? "" : writer.apply(value);
  }

  @Nullable String tooltipOf(V value) {
    return tooltip.apply(value);
  }

  @Nullable Function<R, Node> graphic() {
    return graphic;
  }
}
