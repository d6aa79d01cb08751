package io.tenantry.app.lists;

import io.tenantry.app.controls.icons.Icon;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that can be done to rows: shown at the end of a row, in its menu and in the bar of the
 * selection, run by its keys, and listed by the palette. Made once, then read only.
 */
public final class RowAction<R> {
  private final String title;
  private final Icon icon;
  private final boolean forMany;
  private final Consumer<Chosen<R>> run;
  private Predicate<R> offered = _ -> true;
  private Predicate<String> offeredUnder = _ -> true;
  private Optional<Function<Chosen.Matching<R>, OptionalLong>> counter = Optional.empty();
  private String keys = "";
  private boolean quick;
  private boolean danger;

  private RowAction(String title, Icon icon, boolean forMany, Consumer<Chosen<R>> run) {
    this.title = title;
    this.icon = icon;
    this.forMany = forMany;
    this.run = run;
  }

  /** Something that is done to one row. */
  public static <R> RowAction<R> one(String title, Icon icon, Consumer<R> run) {
    return new RowAction<>(
        title,
        icon,
        false,
        chosen -> {
          if (chosen instanceof Chosen.Rows<R>(List<R> rows) && rows.size() == 1) {
            run.accept(rows.getFirst());
          }
        });
  }

  /** Something that is done to any number of rows. */
  public static <R> RowAction<R> many(String title, Icon icon, Consumer<Chosen<R>> run) {
    return new RowAction<>(title, icon, true, run);
  }

  /** Can be done to some rows only; of many, to those of them. */
  public RowAction<R> offered(Predicate<R> condition) {
    offered = condition;
    return this;
  }

  /** Can be done to some of what certain filters let through only. */
  public RowAction<R> offeredUnder(Predicate<String> filter) {
    offeredUnder = filter;
    return this;
  }

  /**
   * Counts to how many it applies of everything that a filter lets through; runs on a worker.
   *
   * @param count empty when it cannot be told
   */
  public RowAction<R> counted(Function<Chosen.Matching<R>, OptionalLong> count) {
    counter = Optional.of(count);
    return this;
  }

  /** Runs by keys, in the toolkit's notation, while the list has the keyboard. */
  public RowAction<R> keys(String notation) {
    keys = notation;
    return this;
  }

  /** Is a button at the end of its row. */
  public RowAction<R> quick() {
    quick = true;
    return this;
  }

  /** Destroys; stands last, behind a rule. */
  public RowAction<R> danger() {
    danger = true;
    return this;
  }

  String title() {
    return title;
  }

  Icon icon() {
    return icon;
  }

  String keys() {
    return keys;
  }

  boolean isQuick() {
    return quick;
  }

  boolean isDanger() {
    return danger;
  }

  /** Says whether it can be counted where rows are not here. */
  boolean counts() {
    return counter.isPresent();
  }

  OptionalLong countUnder(Chosen.Matching<R> matching) {
    return counter.map(count -> count.apply(matching)).orElseGet(OptionalLong::empty);
  }

  long countIn(List<R> rows) {
    return rows.stream().filter(offered).count();
  }

  boolean isOffered(Chosen<R> chosen) {
    return switch (chosen) {
      case Chosen.Rows<R>(List<R> rows) ->
          !rows.isEmpty() && (forMany || rows.size() == 1) && rows.stream().anyMatch(offered);
      case Chosen.Matching<R> matching ->
          forMany && matching.count() > 0 && offeredUnder.test(matching.filter());
    };
  }

  void run(Chosen<R> chosen) {
    if (isOffered(chosen)) {
      run.accept(chosen);
    }
  }
}
