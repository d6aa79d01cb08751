package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.differ.Kinship;
import io.tenantry.core.differ.MadeAnew;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.differ.SchemaPlan;
import io.tenantry.core.rows.KeptCounter;
import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.rows.RowLosses;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.rows.RowWarnings;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.sql.SqlNames;
import java.util.List;

/**
 * The ways between the versions of a blueprint, in both directions. Versions never change, but what
 * is in effect between them is asked anew each time. Any thread.
 */
public final class VersionPaths {
  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final SchemaDiffer differ;
  private final Sqlite sqlite;

  /** Finds ways between what the catalog holds. */
  public VersionPaths(Catalog catalog, VersionSchemas schemas, Sqlite sqlite) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.differ = new SchemaDiffer(sqlite);
    this.sqlite = sqlite;
  }

  /**
   * Returns the way from one version to another. When all that is in effect at {@code from} is so
   * at {@code to}, it is the statements recorded in between: every clean upgrade. Otherwise, for a
   * downgrade or when something was skipped or reverted in between, the differ works it out: a
   * table or column that both versions have keeps its rows and values, whatever it is called. Not
   * to be called in a catalog transaction; takes milliseconds, so ask once per pair, not per
   * tenant.
   *
   * @param blueprint row of the blueprint
   * @param from minor of a version that exists
   * @param to minor of a version that exists
   * @throws io.tenantry.contract.error.EngineException CONFLICT when no plan leads there
   */
  public VersionPath between(long blueprint, int from, int to) {
    VersionContent before = content(blueprint, from);
    VersionContent after = content(blueprint, to);
    if (after.contains(before)) {
      VersionContent added = after.without(before);
      return added.path(from, to, counters(blueprint, from, added.bound()));
    }
    return byDiffer(blueprint, from, to, SchemaHints.none());
  }

  /**
   * Returns the way that the differ works out.
   *
   * @param hints what the recorded statements do not tell
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST for a hint that does not fit,
   *     CONFLICT when no plan leads there
   */
  public VersionPath byDiffer(long blueprint, int from, int to, SchemaHints hints) {
    SchemaSnapshot now = schemas.of(blueprint, from);
    SchemaSnapshot next = schemas.of(blueprint, to);
    SchemaPlan plan =
        differ.plan(now, next, kinship(content(blueprint, from), content(blueprint, to)), hints);
    return new VersionPath(
        from,
        to,
        true,
        plan.steps(),
        BoundStatement.all(plan.statements()),
        KeptCounter.ofNames(now, next));
  }

  /**
   * Returns the tables and columns of a version that another one has nothing for. Takes
   * milliseconds, as {@link #between}.
   */
  public List<MadeAnew> madeAnew(long blueprint, int from, int to) {
    return differ.madeAnew(
        schemas.of(blueprint, from),
        schemas.of(blueprint, to),
        kinship(content(blueprint, from), content(blueprint, to)));
  }

  /** Tells what a way does to databases with rows. Takes milliseconds, as {@link #between}. */
  public List<ChangeWarning> warnings(long blueprint, VersionPath path) {
    RowWalk walk = RowWalk.of(sqlite, schemas.of(blueprint, path.from()), path.bound());
    return RowWarnings.of(sqlite, walk, _ -> true);
  }

  /** Returns what a way loses of databases with rows, and how they count it. */
  public List<RowLoss> losses(long blueprint, VersionPath path) {
    RowWalk walk = RowWalk.of(sqlite, schemas.of(blueprint, path.from()), path.bound());
    return RowLosses.of(walk, _ -> true);
  }

  /** Only copied rows leave a counter behind. */
  private List<KeptCounter> counters(long blueprint, int from, List<BoundStatement> statements) {
    boolean counts = statements.stream().anyMatch(VersionPaths::counts);
    return counts
        ? KeptCounter.of(RowWalk.of(sqlite, schemas.of(blueprint, from), statements), _ -> true)
        : List.of();
  }

  private static boolean counts(BoundStatement statement) {
    return SqlNames.fold(statement.sql()).contains("autoincrement");
  }

  private VersionContent content(long blueprint, int minor) {
    return catalog.read(handle -> VersionContent.of(handle, blueprint, minor));
  }

  /** Both versions are told from the statements that they begin with alike. */
  private Kinship kinship(VersionContent before, VersionContent after) {
    int common = before.common(after);
    return new Kinship(before.lineage(sqlite, common), after.lineage(sqlite, common));
  }
}
