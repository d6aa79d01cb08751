package io.tenantry.app.lists;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * What makes a list screen that of its rows. Its texts are found under its name: {@code title},
 * {@code search}, {@code noMatch}. UI thread.
 */
public final class ListSetup<R> {
  private final String name;
  private final List<DataColumn<R, ?>> columns = new ArrayList<>();
  private final List<RowAction<R>> actions = new ArrayList<>();
  private FilterTerms language = FilterTerms.WORDS;
  private Optional<Consumer<R>> opening = Optional.empty();
  private Optional<Region> panel = Optional.empty();
  private final List<Node> besideFilter = new ArrayList<>();
  private final List<Node> belowFilter = new ArrayList<>();
  private Node empty = new Region();
  private boolean several;
  private String place;

  /** Begins the list that is known, and remembered, under a name. */
  public ListSetup(String name) {
    this.name = name;
    place = name;
  }

  /** Sets the columns; the first one names the rows. */
  public ListSetup<R> columns(List<DataColumn<R, ?>> wanted) {
    columns.addAll(wanted);
    return this;
  }

  /** Adds something that can be done to rows. */
  public ListSetup<R> action(RowAction<R> action) {
    actions.add(action);
    return this;
  }

  /** Lets several rows be selected. */
  public ListSetup<R> several() {
    several = true;
    return this;
  }

  /** Filters by keys and values besides words. */
  public ListSetup<R> filteredBy(FilterTerms terms) {
    language = terms;
    return this;
  }

  /** Opens a row by Enter and by a double click. */
  public ListSetup<R> opening(Consumer<R> action) {
    opening = Optional.of(action);
    return this;
  }

  /** Shows one row beside the list. */
  public ListSetup<R> panel(Region beside) {
    panel = Optional.of(beside);
    return this;
  }

  /** Shows a button at the end of the bar of the filter. */
  public ListSetup<R> besideFilter(Node button) {
    besideFilter.add(button);
    return this;
  }

  /** Shows a row between the filter and the list. */
  public ListSetup<R> belowFilter(Node row) {
    belowFilter.add(row);
    return this;
  }

  /** Shows a node while there is nothing in the list at all. */
  public ListSetup<R> whenEmpty(Node node) {
    empty = node;
    return this;
  }

  /** Remembers filter, order and widths apart from other places where the same list stands. */
  public ListSetup<R> rememberedAs(String other) {
    place = other;
    return this;
  }

  String name() {
    return name;
  }

  String place() {
    return place;
  }

  String text(String key) {
    return Text.of(name + "." + key);
  }

  List<DataColumn<R, ?>> columns() {
    return List.copyOf(columns);
  }

  List<RowAction<R>> actions() {
    return List.copyOf(actions);
  }

  boolean isSeveral() {
    return several;
  }

  FilterTerms language() {
    return language;
  }

  Optional<Consumer<R>> opening() {
    return opening;
  }

  Optional<Region> panel() {
    return panel;
  }

  List<Node> besideFilter() {
    return List.copyOf(besideFilter);
  }

  List<Node> belowFilter() {
    return List.copyOf(belowFilter);
  }

  Node empty() {
    return empty;
  }
}
