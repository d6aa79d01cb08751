package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.differ.RecordedRenames;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.schema.SchemaSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways between the versions of a blueprint, in both directions. Versions never change, but what
 * is in effect between them is asked anew each time. Any thread.
 */
public final class VersionPaths {
  private static final Set<String> NEEDS_NO_FOREIGN_KEYS =
      Set.of("drop_table", "drop_virtual_table", "rebuild_table");

  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final SchemaDiffer differ;

  /** Finds ways between what the catalog holds. */
  public VersionPaths(Catalog catalog, VersionSchemas schemas, SchemaDiffer differ) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.differ = differ;
  }

  /**
   * Returns the way from one version to another. When all that is in effect at {@code from} is so
   * at {@code to}, it is the statements recorded in between: every clean upgrade. Otherwise, for a
   * downgrade or when something was skipped or reverted in between, the differ works it out, and
   * what was renamed by a recorded statement keeps its rows. Not to be called in a catalog
   * transaction; takes milliseconds, so ask once per pair, not per tenant.
   *
   * @param blueprint row of the blueprint
   * @param from minor of a version that exists
   * @param to minor of a version that exists
   * @throws io.tenantry.contract.error.EngineException CONFLICT when no plan leads there
   */
  public VersionPath between(long blueprint, int from, int to) {
    List<ChangeRow> before = inEffect(blueprint, from);
    List<ChangeRow> after = inEffect(blueprint, to);
    Set<Long> kept = ids(after);
    if (kept.containsAll(ids(before))) {
      Set<Long> there = ids(before);
      return new VersionPath(
          from,
          to,
          false,
          after.stream().filter(change -> !there.contains(change.id())).map(this::step).toList());
    }
    return byDiffer(blueprint, from, to, renames(blueprint, from, to, before, after));
  }

  /**
   * Returns the way that the differ works out, with hints of the caller.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST for a hint that does not fit,
   *     CONFLICT when no plan leads there
   */
  public VersionPath byDiffer(long blueprint, int from, int to, SchemaHints hints) {
    return new VersionPath(
        from,
        to,
        true,
        differ.plan(schemas.of(blueprint, from), schemas.of(blueprint, to), hints).steps());
  }

  private List<ChangeRow> inEffect(long blueprint, int minor) {
    return catalog.read(handle -> ChangeRepository.inEffectAt(handle, blueprint, minor));
  }

  private static Set<Long> ids(List<ChangeRow> changes) {
    return changes.stream().map(ChangeRow::id).collect(Collectors.toSet());
  }

  private SchemaHints renames(
      long blueprint, int from, int to, List<ChangeRow> before, List<ChangeRow> after) {
    Set<Long> both = new HashSet<>(ids(before));
    both.retainAll(ids(after));
    SchemaSnapshot start = schemas.of(blueprint, from);
    return new RecordedRenames()
        .undo(
            before.stream().filter(c -> !both.contains(c.id())).map(ChangeRow::statement).toList())
        .follow(
            after.stream().filter(c -> !both.contains(c.id())).map(ChangeRow::statement).toList())
        .hints(differ.tables(start), differ.tables(schemas.of(blueprint, to)));
  }

  private PlanStep step(ChangeRow change) {
    Effect effect =
        change.destructive()
            ? Effect.DESTRUCTIVE
            : change.kind().equals("create_index") ? Effect.REWRITE : Effect.CHEAP;
    return new PlanStep(
        change.kind(),
        change.object(),
        effect,
        change.destructive() ? Optional.of(loss(change)) : Optional.empty(),
        Optional.empty(),
        NEEDS_NO_FOREIGN_KEYS.contains(change.kind()),
        List.of(change.statement()));
  }

  private static String loss(ChangeRow change) {
    return switch (change.kind()) {
      case "drop_column" -> "drops column " + change.object() + " with its values";
      case "drop_table", "drop_virtual_table" ->
          "drops table " + change.object() + " with its rows";
      default -> "loses values of " + change.object();
    };
  }
}
