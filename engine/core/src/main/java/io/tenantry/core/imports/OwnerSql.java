package io.tenantry.core.imports;

import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a statement that walk a way; the table itself is {@code t0}. */
final class OwnerSql {
  private OwnerSql() {}

  /**
   * Returns the tables of a way, joined.
   *
   * @param schema under which the source is attached
   */
  static String from(String schema, TableWay way) {
    StringBuilder sql = new StringBuilder(table(schema, way.name())).append(" t0");
    List<ForeignKey> hops = way.hops();
    for (int i = 0; i < hops.size(); i++) {
      sql.append(" CROSS JOIN ") // keeps the order: each hop is a look-up by key
          .append(table(schema, hops.get(i).table()))
          .append(" t")
          .append(i + 1)
          .append(" ON ")
          .append(condition(hops.get(i), i));
    }
    return sql.toString();
  }

  private static String condition(ForeignKey hop, int child) {
    return IntStream.range(0, hop.columns().size())
        .mapToObj(
            i ->
                "t%d.%s = t%d.%s"
                    .formatted(
                        child + 1,
                        SqlNames.quote(hop.references().get(i)),
                        child,
                        SqlNames.quote(hop.columns().get(i))))
        .collect(Collectors.joining(" AND "));
  }

  /** Returns the value that says whose a row is, as text, so that 1 and '1' are one tenant. */
  static String value(TableWay way) {
    String column = "t" + way.hops().size() + "." + SqlNames.quote(way.ownerColumn().orElseThrow());
    return "iif(typeof(%1$s) = 'blob', 'x' || hex(%1$s), CAST(%1$s AS TEXT))".formatted(column);
  }

  static String table(String schema, String name) {
    return schema + "." + SqlNames.quote(name);
  }
}
