package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.differ.Matching.Pair;
import io.tenantry.core.differ.SchemaDiffer.Approach;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.schema.TableText;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Builds one plan by one approach: each step runs on the scratch database as it is found. */
final class PlanBuilder {
  private final Scratch scratch;
  private final Scratch target;
  private final SchemaSnapshot wanted;
  private final Matching matching;
  private final Renames renames;
  private final Approach approach;
  private final List<PlanStep> steps = new ArrayList<>();
  private final Set<String> empty = SqlNames.set();

  /**
   * Starts a plan.
   *
   * @param scratch has the schema to start from
   * @param target has the schema to reach
   * @param matching what they have in common
   */
  PlanBuilder(Scratch scratch, Scratch target, Matching matching, Approach approach) {
    this.scratch = scratch;
    this.target = target;
    this.wanted = target.schema();
    this.matching = matching;
    this.renames = new Renames(scratch, target, wanted, matching);
    this.approach = approach;
  }

  /** Returns the plan, or throws {@link NoWay}. */
  SchemaPlan build(SchemaSnapshot from, SchemaSnapshot to) {
    if (approach != Approach.GENTLE) {
      scratch.schema().objects().stream().filter(is(Type.TRIGGER)).forEach(this::dropObject);
      scratch.schema().objects().stream().filter(is(Type.VIEW)).forEach(this::dropObject);
    }
    steps.addAll(renames.run());
    dropOutdated(Type.TRIGGER);
    dropOutdated(Type.VIEW);
    dropOutdated(Type.INDEX);
    scratch.schema().objects().stream().filter(is(Type.TABLE)).forEach(this::dropTable);
    wanted.objects().stream().filter(this::isOrdinary).forEach(this::reach);
    wanted.objects().stream().filter(SchemaObject::isVirtual).forEach(this::reachVirtual);
    createMissing();
    if (!scratch.schema().fingerprint().equals(to.fingerprint())) {
      throw new NoWay(EngineException.conflict("the result would differ from the target"));
    }
    return new SchemaPlan(from.fingerprint(), to.fingerprint(), steps);
  }

  private static Predicate<SchemaObject> is(Type type) {
    return object -> object.type() == type;
  }

  private boolean isOrdinary(SchemaObject object) {
    return object.type() == Type.TABLE && !object.isVirtual();
  }

  private void add(PlanStep step) {
    scratch.run(step.statements());
    steps.add(step);
  }

  private void dropObject(SchemaObject object) {
    if (scratch.find(object.type(), object.name()).isPresent()) {
      add(Steps.drop(object));
    }
  }

  /** Drops what is gone or changed; what belongs to a table or view that goes, goes with it. */
  private void dropOutdated(Type type) {
    scratch.schema().objects().stream()
        .filter(is(type))
        .filter(object -> !isAsWanted(object))
        .filter(object -> type == Type.VIEW || ownerStays(object))
        .forEach(this::dropObject);
  }

  private boolean isAsWanted(SchemaObject object) {
    return Scratch.find(wanted, object.type(), object.name())
        .filter(other -> isAsWanted(scratch.schema(), object, other))
        .isPresent();
  }

  private boolean isAsWanted(SchemaSnapshot schema, SchemaObject now, SchemaObject other) {
    return schema.isAlike(now, wanted, other);
  }

  private boolean ownerStays(SchemaObject object) {
    return Stream.of(Type.TABLE, Type.VIEW)
        .anyMatch(
            type ->
                Scratch.find(wanted, type, object.table()).isPresent()
                    && scratch.find(type, object.table()).isPresent());
  }

  /** Drops a table that the target does not have, or only as one of the other kind. */
  private void dropTable(SchemaObject table) {
    boolean stays =
        Scratch.find(wanted, Type.TABLE, table.name())
            .filter(other -> other.isVirtual() == table.isVirtual())
            .isPresent();
    if (!stays) {
      add(Steps.dropTable(table));
    }
  }

  private void reach(SchemaObject table) {
    Optional<SchemaObject> now = scratch.find(Type.TABLE, table.name());
    if (now.isEmpty()) {
      add(Steps.create(table, false));
      empty.add(table.name());
    } else if (!isAsWanted(scratch.schema(), now.get(), table)) {
      change(now.get(), table);
    }
  }

  private void change(SchemaObject now, SchemaObject table) {
    TableFacts old = scratch.facts(now.name()).calling(renames.moved(table.name()));
    TableFacts next = target.facts(table.name());
    if (approach == Approach.REBUILD || !isAltered(table, old, next)) {
      Dependents.of(scratch.schema(), now.name()).forEach(this::dropObject);
      add(new TableRebuild(now, table, old, next, freeName(table.name()), keptIndexes(now)).step());
    }
  }

  private boolean isAltered(SchemaObject table, TableFacts old, TableFacts next) {
    List<PlanStep> tried =
        new TableAlter(table.name(), old, next, new TableText(table.sql())).steps();
    List<String> statements = tried.stream().flatMap(step -> step.statements().stream()).toList();
    boolean altered =
        !tried.isEmpty()
            && scratch.accepts(
                statements,
                schema ->
                    Scratch.find(schema, Type.TABLE, table.name())
                        .filter(now -> isAsWanted(schema, now, table))
                        .isPresent());
    if (altered) {
      steps.addAll(tried);
    }
    return altered;
  }

  private List<SchemaObject> keptIndexes(SchemaObject table) {
    return scratch.schema().objects().stream()
        .filter(is(Type.INDEX))
        .filter(index -> SqlNames.same(index.table(), table.name()))
        .toList();
  }

  private void reachVirtual(SchemaObject table) {
    Optional<SchemaObject> now = scratch.find(Type.TABLE, table.name());
    VirtualTable next = new VirtualTable(table);
    if (now.isEmpty()) {
      add(next.create());
    } else if (!isAsWanted(scratch.schema(), now.get(), table)) {
      Dependents.of(scratch.schema(), now.get().name()).forEach(this::dropObject);
      Optional<PlanStep> rebuild =
          new VirtualTable(now.get())
              .rebuild(
                  next,
                  scratch.facts(now.get().name()).columnNames(),
                  matching.to(table.name()).map(Pair::columns).orElse(Map.of()),
                  freeName(table.name()));
      rebuild.ifPresentOrElse(
          this::add,
          () -> {
            add(Steps.dropTable(now.get()));
            add(next.create());
          });
    }
  }

  /** A name that neither schema has, for a table that is there for a moment. */
  private String freeName(String table) {
    Set<String> taken = SqlNames.set();
    Stream.of(scratch.schema(), wanted)
        .flatMap(schema -> schema.objects().stream())
        .forEach(object -> taken.add(object.name()));
    String name = table + "__new";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private void createMissing() {
    for (SchemaObject object : wanted.objects()) {
      if (object.type() != Type.TABLE && scratch.find(object.type(), object.name()).isEmpty()) {
        add(Steps.create(object, !empty.contains(object.table())));
      }
    }
  }
}
