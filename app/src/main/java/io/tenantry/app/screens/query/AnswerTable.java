package io.tenantry.app.screens.query;

import io.tenantry.app.controls.grid.CompactRows;
import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a run as one table that grows while they come. Of many tenants: the tenant first,
 * then every column that any of them answered, told apart by name and by how often the name came
 * before in the same answer; a failed tenant is a row with its error. One thread adds; any thread
 * reads what was added.
 */
final class AnswerTable implements GridData {
  private static final long MOST_BYTES = 48L << 20;
  private static final String UNKNOWN_TYPE = "NULL";
  private static final QueryColumns WRITTEN =
      new QueryColumns(List.of("rows_affected"), List.of("INTEGER"));

  private final CompactRows rows = new CompactRows(MOST_BYTES);
  private final Optional<AnswerFolds> folds;
  private final Map<Slot, Integer> places = new LinkedHashMap<>();
  private int tenant = -1;
  private int error = -1;
  private int group = -1;
  private QueryColumns last = new QueryColumns(List.of(), List.of());
  private int[] lastPlaces = {};
  private volatile List<Integer> shown = List.of();
  private volatile Counts counts = new Counts(0, 0, 0, 0);

  /** One column of an answer. */
  private record Slot(String name, int occurrence) {}

  /** What came besides rows: failures, answers that were cut, those without rows, rows changed. */
  private record Counts(int failed, int cut, int effects, long changed) {
    Counts plusFailed() {
      return new Counts(failed + 1, cut, effects, changed);
    }

    Counts plus(QueryResult result) {
      return new Counts(
          failed,
          cut + (result.truncated() ? 1 : 0),
          effects + (result.columns().isEmpty() ? 1 : 0),
          changed + result.rowsAffected().orElse(0L));
    }
  }

  /** What an answer says about its columns. */
  private record QueryColumns(List<String> names, List<String> types) {}

  private AnswerTable(boolean many) {
    folds = many ? Optional.of(new AnswerFolds()) : Optional.empty();
    if (many) {
      tenant = rows.add(new Column("tenant", "TEXT", Role.TENANT));
      error = rows.add(new Column("error", "TEXT", Role.ERROR));
      group = rows.add(new Column("answer", "INTEGER"));
      shown = List.of(tenant);
    }
  }

  /** A table for the answer of one place. */
  static AnswerTable ofOne() {
    return new AnswerTable(false);
  }

  /** A table for the answers of many tenants. */
  static AnswerTable ofMany() {
    return new AnswerTable(true);
  }

  /** Adds the answer of one place. */
  void add(QueryResult result) {
    addRows("", -1, new QueryColumns(result.columns(), result.types()), result.rows());
    counts = counts.plus(result);
    rows.publish();
  }

  /** Adds the answer of one tenant of many. */
  void add(TenantAnswer answer) {
    int folded = folds.map(each -> each.add(answer)).orElse(-1);
    String who = answer.tenant().value();
    answer.failure().ifPresent(why -> addError(who, ErrorPresenter.line(why), folded));
    answer.result().ifPresent(result -> addResult(who, result, folded));
    rows.publish();
  }

  private void addError(String who, String text, int folded) {
    begin(who, folded);
    rows.set(error, text);
    rows.end();
    counts = counts.plusFailed();
    if (counts.failed() == 1) {
      show();
    }
  }

  /** A statement without rows answers with the number of rows it changed. */
  private void addResult(String who, QueryResult result, int folded) {
    counts = counts.plus(result);
    if (result.columns().isEmpty()) {
      Value changed = Value.of(result.rowsAffected().orElse(0L));
      addRows(who, folded, WRITTEN, List.of(List.of(changed)));
    } else {
      QueryColumns columns = new QueryColumns(result.columns(), result.types());
      addRows(who, folded, columns, result.rows());
    }
  }

  private void addRows(String who, int folded, QueryColumns columns, List<List<Value>> values) {
    int[] where = placesOf(columns);
    for (List<Value> row : values) {
      begin(who, folded);
      for (int index = 0; index < where.length; index++) {
        set(where[index], row.get(index));
      }
      rows.end();
    }
  }

  private void begin(String who, int folded) {
    rows.begin();
    if (folds.isPresent()) {
      rows.set(tenant, who);
      rows.set(group, (long) folded);
    }
  }

  private void set(int place, Value value) {
    switch (value) {
      case Value.Null _ -> rows.setNull(place);
      case Value.Integer(long number) -> rows.set(place, number);
      case Value.Real(double number) -> rows.set(place, number);
      case Value.Text(String text) -> rows.set(place, text);
      case Value.Blob(byte[] bytes) -> rows.set(place, bytes);
    }
  }

  /** Most tenants answer the same columns, so the places are worked out once. */
  private int[] placesOf(QueryColumns columns) {
    if (!columns.equals(last)) {
      last = columns;
      lastPlaces = placed(columns);
      show();
    }
    return lastPlaces;
  }

  private int[] placed(QueryColumns columns) {
    Map<String, Integer> seen = new HashMap<>();
    int[] where = new int[columns.names().size()];
    for (int index = 0; index < where.length; index++) {
      String name = columns.names().get(index);
      Column column = new Column(name, columns.types().get(index));
      Slot slot = new Slot(name, seen.merge(name, 1, Integer::sum));
      where[index] = places.computeIfAbsent(slot, _ -> rows.add(column));
      if (rows.columns().get(where[index]).type().equals(UNKNOWN_TYPE)) {
        rows.describe(where[index], column);
      }
    }
    return where;
  }

  /** Who answered comes first, and why somebody did not comes last. */
  private void show() {
    List<Integer> all = new ArrayList<>();
    if (tenant >= 0) {
      all.add(tenant);
    }
    all.addAll(places.values());
    if (counts.failed() > 0) {
      all.add(error);
    }
    shown = List.copyOf(all);
  }

  /** Returns the answers by what is equal among them; empty for one place. */
  Optional<AnswerFolds> folds() {
    return folds;
  }

  /** Returns the column in which rows have the number of their folded answer. */
  int groupColumn() {
    return group;
  }

  /** Returns how many rows of values came, those that were not kept included. */
  long rowsThatCame() {
    return rows.rowCount() + rows.beyond() - counts.failed();
  }

  /** Returns how many rows were not kept. */
  long beyond() {
    return rows.beyond();
  }

  /** Returns how many answers were cut at the row limit. */
  int cut() {
    return counts.cut();
  }

  /** Returns whether answers say what was done, instead of rows. */
  boolean tellsEffects() {
    return counts.effects() > 0;
  }

  /** Returns how many rows were inserted, changed or deleted. */
  long changed() {
    return counts.changed();
  }

  @Override
  public List<Column> columns() {
    return rows.columns();
  }

  @Override
  public List<Integer> shown() {
    return shown;
  }

  @Override
  public int rowCount() {
    return rows.rowCount();
  }

  @Override
  public @Nullable Object value(int row, int column) {
    return rows.value(row, column);
  }

  @Override
  public boolean has(int row, int column) {
    return rows.has(row, column);
  }
}
