package io.tenantry.core.rows;

import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.RowStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a walk.
 *
 * @param place its place in the walk
 * @param ddl what it does to the schema; empty for a data statement, and for one that makes a table
 *     of the connection
 * @param rows what it does to rows; empty for all but data statements
 * @param target the table it makes, changes, drops or writes; of an index or trigger the table that
 *     it belongs to
 * @param reads the other tables that it has rows from, and of a view those that it shows
 * @param columns columns of these tables before it ran, of a table that it made behind it
 * @param fires the triggers that a data statement fires
 */
public record RowStep(
    int place,
    BoundStatement statement,
    Optional<DdlStatement> ddl,
    Optional<RowStatement> rows,
    Optional<TrackedTable> target,
    Set<TrackedTable> reads,
    Map<TrackedTable, List<TableColumn>> columns,
    List<TableTriggers.Fired> fires) {

  /** Returns whether it changes rows and not the schema. */
  public boolean isData() {
    return rows.isPresent();
  }

  /** Returns whether it puts rows of other tables into its target. */
  public boolean moves() {
    boolean inserts = rows.filter(RowStatement::inserts).isPresent();
    return target.isPresent() && !reads.isEmpty() && (inserts || makes());
  }

  /** Returns whether it makes its target. */
  public boolean makes() {
    return target.filter(table -> table.madeAt() == place).isPresent();
  }

  /** Returns whether it drops its target. */
  public boolean drops() {
    return target.filter(table -> table.goneAt() == place).isPresent();
  }

  /** Returns whether it deletes rows of its target. */
  public boolean deletes() {
    return rows.filter(statement -> statement.verb().equals("DELETE")).isPresent();
  }

  /** Returns whether it is about a view, index or trigger. */
  public boolean isAboutDependent() {
    return switch (ddl.orElse(null)) {
      case Create(Thing thing, _) -> isDependent(thing);
      case Drop(Thing thing, _) -> isDependent(thing);
      case null, default -> false;
    };
  }

  private static boolean isDependent(Thing thing) {
    return switch (thing) {
      case INDEX, VIEW, TRIGGER -> true;
      case TABLE, VIRTUAL_TABLE -> false;
    };
  }
}
