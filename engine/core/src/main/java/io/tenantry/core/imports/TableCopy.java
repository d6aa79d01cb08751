package io.tenantry.core.imports;

import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.core.schema.RowKeys;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Copies the rows of one table inside SQLite, so that no value can change on the way.
 *
 * @param number names the table of the sorted rows
 * @param way whose its rows are
 * @param target the table of the blueprint
 * @param columns what is copied, the same in both
 */
record TableCopy(int number, TableWay way, Table target, List<String> columns) {
  /** The schema under which the source is attached. */
  static final String SOURCE = "source";

  /** The schema under which the sorted rows are attached. */
  static final String SORTED = "sorted";

  /** Returns the table that lists the rows of each tenant. */
  String rows() {
    return "rows" + number;
  }

  /**
   * Returns the statement that copies the rows; those of one tenant need its number as parameter.
   *
   * @param intoEmpty whether the table has no rows yet: then hidden row numbers are copied too
   */
  String insert(boolean intoEmpty) {
    List<String> into = new ArrayList<>();
    List<String> from = new ArrayList<>();
    if (intoEmpty && hasHiddenRowid()) {
      into.add(SqlNames.quote(RowKeys.of(target).getFirst()));
      from.add("t0." + SqlNames.quote(RowKeys.of(way.table()).getFirst()));
    }
    for (String column : columns) {
      into.add(SqlNames.quote(column));
      from.add("t0." + SqlNames.quote(column));
    }
    String there = OwnerSql.table("main", target.name());
    String insert =
        "INSERT INTO %s (%s) SELECT %s FROM "
            .formatted(there, String.join(", ", into), String.join(", ", from));
    if (way.isSplit()) {
      return insert + sorted();
    }
    String all = insert + OwnerSql.table(SOURCE, way.name()) + " t0";
    return intoEmpty
        ? all
        : all + " EXCEPT SELECT %s FROM %s".formatted(String.join(", ", into), there);
  }

  private String sorted() {
    List<String> keys = RowKeys.of(way.table());
    String sameRow =
        IntStream.range(0, keys.size())
            .mapToObj(i -> "t0.%s = r.k%d".formatted(SqlNames.quote(keys.get(i)), i))
            .collect(Collectors.joining(" AND "));
    return "%s.%s r CROSS JOIN %s t0 ON %s WHERE r.owner = ?"
        .formatted(SORTED, rows(), OwnerSql.table(SOURCE, way.name()), sameRow);
  }

  private boolean hasHiddenRowid() {
    return !target.withoutRowid()
        && !way.table().withoutRowid()
        && !RowKeys.hasNamedRowid(target)
        && !RowKeys.hasNamedRowid(way.table());
  }

  /** Returns whether SQLite remembers the highest number ever given in both tables. */
  boolean countsUp() {
    return isCounting(target) && isCounting(way.table());
  }

  private static boolean isCounting(Table table) {
    return Token.meaningful(table.sql()).stream().anyMatch(token -> token.isWord("AUTOINCREMENT"));
  }
}
