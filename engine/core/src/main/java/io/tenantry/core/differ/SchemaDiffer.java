package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Sqlite;
import java.util.List;
import java.util.Map;

/**
 * Works out plans between schemas. It reads no more of SQL than the names and spans of a CREATE
 * TABLE: whether a column can be added in place, and whether a plan is right, SQLite says on a
 * scratch database. What is not told apart by the fingerprint is alike to it, too. Any thread.
 */
public final class SchemaDiffer {
  private final Sqlite sqlite;

  /** Tries in databases of the given door. */
  public SchemaDiffer(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /** How carefully a plan treats what it does not change; the first that leads there is taken. */
  enum Approach {
    /** Views and triggers stay, unless a table they name is rebuilt. */
    GENTLE,
    /** All views and triggers are dropped first and made anew at the end. */
    APART,
    /** As APART, and every changed table is rebuilt instead of altered. */
    REBUILD
  }

  /** Returns a plan between schemas in which what has one name is one thing, but for the hints. */
  public SchemaPlan plan(SchemaSnapshot from, SchemaSnapshot to, SchemaHints hints) {
    return plan(from, to, Kinship.byName(), hints);
  }

  /**
   * Returns a plan that ends with the target's fingerprint on a scratch database.
   *
   * @param from the schema a database has
   * @param to the schema it is to have
   * @param kinship what they have in common
   * @param hints what was renamed besides; names in any case
   * @throws EngineException BAD_REQUEST for a hint that fits neither schema; CONFLICT when SQLite
   *     cannot make one of the schemas, or no plan leads from one to the other
   */
  public SchemaPlan plan(
      SchemaSnapshot from, SchemaSnapshot to, Kinship kinship, SchemaHints hints) {
    try (Scratch target = Scratch.of(sqlite, to)) {
      EngineException last = EngineException.conflict("there is no way");
      for (Approach approach : Approach.values()) {
        try (Scratch scratch = Scratch.of(sqlite, from)) {
          Matching matching = Matching.of(kinship, hints, scratch, target);
          return new PlanBuilder(scratch, target, matching, approach).build(from, to);
        } catch (NoWay e) {
          last = e.reason();
        }
      }
      throw new EngineException(
          ErrorCode.CONFLICT,
          "No plan leads from the one schema to the other: " + last.message(),
          Map.of("reason", last.message()),
          last);
    }
  }

  /**
   * Returns what a schema has and the other has nothing for, so that a plan fills it.
   *
   * @throws EngineException CONFLICT when SQLite cannot make one of the schemas
   */
  public List<MadeAnew> madeAnew(SchemaSnapshot from, SchemaSnapshot to, Kinship kinship) {
    try (Scratch target = Scratch.of(sqlite, to);
        Scratch scratch = Scratch.of(sqlite, from)) {
      return MadeAnew.all(target, Matching.of(kinship, SchemaHints.none(), scratch, target));
    }
  }

  /** As {@link #plan(SchemaSnapshot, SchemaSnapshot, SchemaHints)}, from CREATE statements. */
  public SchemaPlan plan(List<String> from, List<String> to, SchemaHints hints) {
    return plan(snapshot(from), snapshot(to), hints);
  }

  /**
   * Returns the schema that CREATE statements make.
   *
   * @throws EngineException CONFLICT when SQLite cannot make it
   */
  public SchemaSnapshot snapshot(List<String> statements) {
    try (Scratch scratch = Scratch.of(sqlite, statements)) {
      return scratch.schema();
    }
  }
}
