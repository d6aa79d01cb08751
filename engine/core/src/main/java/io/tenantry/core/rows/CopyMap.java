package io.tenantry.core.rows;

import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.PlainQuery;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What becomes of one table's columns in a statement that copies its rows into another.
 *
 * @param target the table they go to
 * @param isPlain whether it copies from that one table alone, so that each column can be followed;
 *     otherwise columns of one name are taken for the same
 * @param allRows whether surely each row is copied
 */
record CopyMap(TrackedTable target, boolean isPlain, boolean allRows, List<Copied> columns) {

  /**
   * A column that is copied.
   *
   * @param from its name in the source
   * @param to the column it goes to
   * @param filled whether something else stands where it is NULL
   * @param changed whether an expression makes something else of it
   * @param sure whether that is said of it for sure; otherwise a column of its name gets something,
   *     and nobody knows what
   */
  record Copied(String from, TableColumn to, boolean filled, boolean changed, boolean sure) {
    /** Returns whether it goes to a column of the target. */
    boolean isInto(String column) {
      return SqlNames.same(to.name(), column);
    }

    /** Returns whether its values are surely there as they were, and nothing where none was. */
    boolean isSame() {
      return sure && !changed && !filled;
    }

    private Copied into(TableColumn other) {
      return new Copied(from, other, filled, changed, sure);
    }

    private Copied then(Copied next) {
      return new Copied(
          from, next.to, filled || next.filled, changed || next.changed, sure && next.sure);
    }

    /** Returns whether it is a column of the target as it was. */
    boolean reaches(String column) {
      return !changed && SqlNames.same(to.name(), column);
    }
  }

  /** Reads a statement that moves rows. */
  static CopyMap of(RowStep step, TrackedTable source) {
    TrackedTable target = step.target().orElseThrow();
    List<TableColumn> from = step.columns().getOrDefault(source, List.of());
    List<TableColumn> into = into(step, step.columns().getOrDefault(target, List.of()));
    boolean mayLeaveOut = step.rows().filter(RowStatement::mayLeaveOut).isPresent();
    Optional<PlainQuery> plain = plain(step, source);
    if (plain.isEmpty()) {
      JoinedColumns joined = JoinedColumns.of(step, query(step), into);
      List<Copied> sameNames =
          into.stream()
              .filter(column -> find(from, column.name()).isPresent())
              .map(to -> new Copied(to.name(), to, false, false, joined.keep(source, to.name())))
              .toList();
      return new CopyMap(target, false, false, sameNames);
    }
    return new CopyMap(
        target, true, plain.get().allRows() && !mayLeaveOut, copied(plain.get(), from, into));
  }

  /** What selects from a view or a table expression says nothing of the table behind it. */
  private static Optional<PlainQuery> plain(RowStep step, TrackedTable source) {
    return PlainQuery.parse(query(step))
        .filter(_ -> step.reads().size() == 1 && !JoinedColumns.hasTableExpressions(step))
        .filter(query -> SqlNames.same(query.table(), source.nameAt(step.place())));
  }

  private static List<Token> query(RowStep step) {
    if (step.rows().isPresent()) {
      return step.rows().get().query();
    }
    List<Token> tokens = Token.meaningful(step.statement().sql());
    int as = 0;
    while (as < tokens.size() && !tokens.get(as).isWord("AS")) {
      as++;
    }
    return tokens.subList(Math.min(as + 1, tokens.size()), tokens.size());
  }

  private static List<TableColumn> into(RowStep step, List<TableColumn> all) {
    List<String> named = step.rows().map(RowStatement::columns).orElse(List.of());
    return named.isEmpty()
        ? all.stream().filter(column -> !column.generated()).toList()
        : named.stream().map(name -> find(all, name).orElse(TableColumn.unknown(name))).toList();
  }

  private static List<Copied> copied(
      PlainQuery query, List<TableColumn> from, List<TableColumn> into) {
    List<PlainQuery.Item> items =
        query.items().stream()
            .flatMap(
                item ->
                    item instanceof PlainQuery.All
                        ? from.stream().map(column -> new PlainQuery.Column(column.name(), false))
                        : Stream.of(item))
            .toList();
    List<Copied> copied = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), into.size()); i++) {
      TableColumn to = into.get(i);
      switch (items.get(i)) {
        case PlainQuery.Column(String name, boolean filled) ->
            copied.add(new Copied(name, to, filled, false, true));
        case PlainQuery.Expression(List<String> names) ->
            names.forEach(name -> copied.add(new Copied(name, to, false, true, true)));
        case PlainQuery.All _ -> {}
      }
    }
    return copied;
  }

  private CopyMap renamed(String column, String to) {
    return new CopyMap(
        target,
        isPlain,
        allRows,
        columns.stream()
            .map(copied -> copied.isInto(column) ? copied.into(copied.to.called(to)) : copied)
            .toList());
  }

  /**
   * Returns the same by the names that the columns of the target have later.
   *
   * @param runs which statements of the walk are taken to run
   */
  CopyMap later(RowWalk walk, IntPredicate runs, int since, int until) {
    CopyMap now = this;
    for (RowStep step : walk.steps()) {
      boolean between = step.place() > since && step.place() < until && runs.test(step.place());
      if (between
          && step.target().filter(target::equals).isPresent()
          && step.ddl().orElse(null) instanceof RenameColumn(_, String from, String to)) {
        now = now.renamed(from, to);
      }
    }
    return now;
  }

  /** Returns what becomes of the columns where the target's rows are copied on. */
  CopyMap then(CopyMap next) {
    List<Copied> both =
        columns.stream()
            .flatMap(
                copied ->
                    next.columns.stream().filter(on -> copied.isInto(on.from())).map(copied::then))
            .toList();
    return new CopyMap(next.target, isPlain && next.isPlain, allRows && next.allRows, both);
  }

  /** Finds a column by its name in any case. */
  static Optional<TableColumn> find(List<TableColumn> columns, String name) {
    return columns.stream().filter(column -> SqlNames.same(column.name(), name)).findFirst();
  }

  /** Returns what goes into a column of the target. */
  Stream<Copied> into(String column) {
    return columns.stream().filter(copied -> copied.isInto(column));
  }

  /** Returns whether a column of the source is surely in the target as it was. */
  boolean keeps(String column) {
    return copyOf(column).filter(Copied::isSame).isPresent();
  }

  /** Returns what becomes of a column; of several copies of it the one that changes least. */
  Optional<Copied> copyOf(String column) {
    return columns.stream()
        .filter(copied -> SqlNames.same(copied.from(), column))
        .min(Comparator.comparing(Copied::changed).thenComparing(Copied::filled));
  }
}
