package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.differ.SchemaDiffer.Approach;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Builds one plan by one approach: each step runs on the scratch database as it is found. */
final class PlanBuilder {
  private final Scratch scratch;
  private final Scratch target;
  private final SchemaSnapshot wanted;
  private final Approach approach;
  private final List<PlanStep> steps = new ArrayList<>();
  private final Set<String> empty = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * Starts a plan.
   *
   * @param scratch has the schema to start from
   * @param target has the schema to reach
   */
  PlanBuilder(Scratch scratch, Scratch target, Approach approach) {
    this.scratch = scratch;
    this.target = target;
    this.wanted = target.schema();
    this.approach = approach;
  }

  /** Returns the plan, or throws {@link NoWay}. */
  SchemaPlan build(SchemaSnapshot from, SchemaSnapshot to, Renames renames) {
    boolean changes = !from.fingerprint().equals(to.fingerprint());
    if (approach != Approach.GENTLE && changes) {
      scratch.schema().objects().stream().filter(is(Type.TRIGGER)).forEach(this::dropObject);
      scratch.schema().objects().stream().filter(is(Type.VIEW)).forEach(this::dropObject);
    }
    renames.steps().forEach(this::add);
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
        .filter(other -> other.normalised().equals(object.normalised()))
        .isPresent();
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
    } else if (!now.get().normalised().equals(table.normalised())) {
      change(now.get(), table);
    }
  }

  private void change(SchemaObject now, SchemaObject table) {
    TableFacts old = scratch.facts(now.name());
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
                        .filter(now -> now.normalised().equals(table.normalised()))
                        .isPresent());
    if (altered) {
      steps.addAll(tried);
    }
    return altered;
  }

  private List<SchemaObject> keptIndexes(SchemaObject table) {
    return scratch.schema().objects().stream()
        .filter(is(Type.INDEX))
        .filter(index -> index.table().equalsIgnoreCase(table.name()))
        .toList();
  }

  private void reachVirtual(SchemaObject table) {
    Optional<SchemaObject> now = scratch.find(Type.TABLE, table.name());
    VirtualTable next = new VirtualTable(table);
    if (now.isEmpty()) {
      add(next.create());
    } else if (!now.get().normalised().equals(table.normalised())) {
      Dependents.of(scratch.schema(), now.get().name()).forEach(this::dropObject);
      Optional<PlanStep> rebuild =
          new VirtualTable(now.get())
              .rebuild(
                  next,
                  scratch.facts(now.get().name()),
                  target.facts(table.name()),
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
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Stream.of(scratch.schema(), wanted)
        .flatMap(schema -> schema.objects().stream())
        .forEach(object -> taken.add(object.name().toLowerCase(Locale.ROOT)));
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
