package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.core.rows.KeptCounter;
import io.tenantry.core.rows.Lineage;
import io.tenantry.core.rows.Lineage.Moment;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.sql.RowStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What is in effect at a version: its changes, and the statements that tenants run.
 *
 * @param changes by number
 * @param steps in the order in which they run
 */
record VersionContent(Map<Long, ChangeRow> changes, List<StepRow> steps) {
  private static final Set<String> NEEDS_NO_FOREIGN_KEYS =
      Set.of("drop_table", "drop_virtual_table", "rebuild_table");

  static VersionContent of(Handle handle, long blueprint, int minor) {
    return new VersionContent(
        ChangeRepository.inEffectAt(handle, blueprint, minor).stream()
            .collect(Collectors.toMap(ChangeRow::id, Function.identity())),
        StepRepository.carriedAt(handle, blueprint, minor));
  }

  /** Returns whether all that another version runs is run here, too. */
  boolean contains(VersionContent other) {
    return ids().containsAll(other.ids());
  }

  /** Returns what only this version runs. */
  VersionContent without(VersionContent other) {
    Set<Long> there = other.ids();
    return new VersionContent(
        changes, steps.stream().filter(step -> !there.contains(step.id())).toList());
  }

  private Set<Long> ids() {
    return steps.stream().map(StepRow::id).collect(Collectors.toSet());
  }

  /** Returns how many statements both versions run first. */
  int common(VersionContent other) {
    int common = 0;
    while (common < Math.min(steps.size(), other.steps.size())
        && steps.get(common).isAt(other.steps.get(common))) {
      common++;
    }
    return common;
  }

  /**
   * Returns who the tables and columns are at this version.
   *
   * @param start how many statements make what they are compared with
   */
  Lineage lineage(Sqlite sqlite, int start) {
    return Lineage.of(
        RowWalk.from(sqlite, bound(), start),
        steps.subList(start, steps.size()).stream()
            .map(step -> new Moment(step.minor(), step.position()))
            .toList());
  }

  List<BoundStatement> bound() {
    return steps.stream().map(StepRow::statement).toList();
  }

  /** Returns the recorded statements as a way between two versions. */
  VersionPath path(int from, int to, List<KeptCounter> counters) {
    Map<Object, List<StepRow>> groups = new LinkedHashMap<>();
    for (StepRow step : steps) {
      Object group = step.changeId().isPresent() ? step.changeId() : step;
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(step);
    }
    return new VersionPath(
        from, to, false, groups.values().stream().map(this::shown).toList(), bound(), counters);
  }

  private PlanStep shown(List<StepRow> group) {
    List<String> statements = group.stream().map(step -> step.statement().sql()).toList();
    return group
        .getFirst()
        .changeId()
        .map(changes::get)
        .map(change -> shown(change, statements))
        .orElseGet(() -> rows(statements));
  }

  private static PlanStep shown(ChangeRow change, List<String> statements) {
    return new PlanStep(
        change.kind(),
        change.object(),
        effect(change, statements),
        change.loss(),
        Optional.empty(),
        NEEDS_NO_FOREIGN_KEYS.contains(change.kind()),
        statements);
  }

  private static Effect effect(ChangeRow change, List<String> statements) {
    if (change.destructive()) {
      return Effect.DESTRUCTIVE;
    }
    boolean readsRows = change.kind().equals("create_index") || statements.size() > 1;
    return readsRows ? Effect.REWRITE : Effect.CHEAP;
  }

  /** A data statement that its author carries. */
  private static PlanStep rows(List<String> statements) {
    String table = RowStatement.parse(statements.getFirst()).map(RowStatement::table).orElse("");
    return new PlanStep(
        PlanStep.CARRY_ROWS,
        table,
        Effect.REWRITE,
        Optional.empty(),
        Optional.empty(),
        false,
        statements);
  }
}
