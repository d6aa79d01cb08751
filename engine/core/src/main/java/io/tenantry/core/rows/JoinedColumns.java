package io.tenantry.core.rows;

import io.tenantry.sql.JoinedQuery;
import io.tenantry.sql.JoinedQuery.Source;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which columns of tables a statement copies as they are that has its rows from several. */
final class JoinedColumns {
  private final List<Kept> kept;

  private JoinedColumns(List<Kept> kept) {
    this.kept = kept;
  }

  private record Kept(TrackedTable source, String column, TableColumn to) {}

  /** One value of a row: a column of a table, or nothing that is known. */
  private record Origin(Optional<TrackedTable> table, String column) {
    static final Origin UNKNOWN = new Origin(Optional.empty(), "");
  }

  /** Returns whether a statement gives names to queries; those may hide tables. */
  static boolean hasTableExpressions(RowStep step) {
    return Tokens.isWord(Token.meaningful(step.statement().sql()), 0, "WITH");
  }

  /**
   * Reads a statement that moves rows.
   *
   * @param query what it has its rows from
   * @param into the columns that it fills, in order
   */
  static JoinedColumns of(RowStep step, List<Token> query, List<TableColumn> into) {
    List<Kept> kept = new ArrayList<>();
    if (!hasTableExpressions(step)) {
      List<Origin> origins =
          JoinedQuery.parse(query).map(read -> origins(step, read)).orElse(List.of());
      for (int i = 0; i < Math.min(origins.size(), into.size()); i++) {
        Origin origin = origins.get(i);
        TableColumn to = into.get(i);
        origin.table().ifPresent(table -> kept.add(new Kept(table, origin.column(), to)));
      }
    }
    return new JoinedColumns(kept);
  }

  /** Returns whether a column goes to the one of its name, and nothing is done to it. */
  boolean keep(TrackedTable source, String column) {
    return kept.stream()
        .anyMatch(
            each ->
                each.source().equals(source)
                    && SqlNames.same(each.column(), column)
                    && SqlNames.same(each.to().name(), column));
  }

  /** Empty when a star stands for columns that are not known. */
  private static List<Origin> origins(RowStep step, JoinedQuery query) {
    List<Origin> origins = new ArrayList<>();
    for (JoinedQuery.Item item : query.items()) {
      switch (item) {
        case JoinedQuery.Column column -> origins.add(origin(step, query, column));
        case JoinedQuery.Other _ -> origins.add(Origin.UNKNOWN);
        case JoinedQuery.All all -> {
          List<Origin> more = columns(step, query, all);
          if (more.isEmpty()) {
            return List.of();
          }
          origins.addAll(more);
        }
      }
    }
    return origins;
  }

  private static Origin origin(RowStep step, JoinedQuery query, JoinedQuery.Column column) {
    List<Source> named = named(query, column.source());
    List<TrackedTable> tables = named.stream().flatMap(each -> table(step, each)).toList();
    List<TrackedTable> having =
        tables.stream()
            .filter(table -> CopyMap.find(columns(step, table), column.name()).isPresent())
            .toList();
    boolean alone = having.size() == 1 && isOnce(step, query, having.getFirst());
    return tables.size() == named.size() && alone
        ? new Origin(Optional.of(having.getFirst()), column.name())
        : Origin.UNKNOWN;
  }

  private static List<Origin> columns(RowStep step, JoinedQuery query, JoinedQuery.All all) {
    List<Source> named = named(query, all.source());
    List<TrackedTable> tables = named.stream().flatMap(each -> table(step, each)).toList();
    boolean merged = query.merges() && all.source().isEmpty();
    boolean known = tables.stream().allMatch(table -> isOnce(step, query, table));
    return merged || !known || tables.size() < named.size()
        ? List.of()
        : tables.stream()
            .flatMap(
                table ->
                    columns(step, table).stream()
                        .map(column -> new Origin(Optional.of(table), column.name())))
            .toList();
  }

  /** Of a table joined with itself, a row gets values of another. */
  private static boolean isOnce(RowStep step, JoinedQuery query, TrackedTable table) {
    return query.sources().stream()
            .filter(source -> SqlNames.same(source.name(), table.nameAt(step.place())))
            .count()
        == 1;
  }

  private static List<Source> named(JoinedQuery query, String called) {
    return query.sources().stream()
        .filter(source -> called.isEmpty() || SqlNames.same(source.called(), called))
        .toList();
  }

  private static Stream<TrackedTable> table(RowStep step, Source source) {
    return step.reads().stream()
        .filter(table -> SqlNames.same(table.nameAt(step.place()), source.name()))
        .limit(1);
  }

  private static List<TableColumn> columns(RowStep step, TrackedTable table) {
    return step.columns().getOrDefault(table, List.of());
  }
}
