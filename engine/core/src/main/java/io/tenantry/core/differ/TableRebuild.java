package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.core.differ.TableFacts.Column;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a table anew and copies its rows, each with its number. What is read by views and triggers
 * must not name the table meanwhile.
 *
 * @param now the table as it is
 * @param wanted the table as it is to be
 * @param temporary a name that nothing has
 * @param indexes those that stay as they are; they go with the old table
 */
record TableRebuild(
    SchemaObject now,
    SchemaObject wanted,
    TableFacts old,
    TableFacts next,
    String temporary,
    List<SchemaObject> indexes) {

  PlanStep step() {
    TableText before = new TableText(now.sql());
    TableText after = new TableText(wanted.sql());
    List<String> statements = new ArrayList<>();
    statements.add(after.named(temporary));
    copy().ifPresent(statements::add);
    if (before.isAutoIncrement() && after.isAutoIncrement()) {
      statements.addAll(keepSequence());
    }
    statements.add("DROP TABLE " + Steps.quoted(now.name()));
    statements.add(Steps.alter(temporary) + " RENAME TO " + Steps.quoted(wanted.name()));
    indexes.forEach(index -> statements.add(index.sql()));
    List<String> losses = losses();
    return new PlanStep(
        "rebuild_table",
        wanted.name(),
        losses.isEmpty() ? Effect.REWRITE : Effect.DESTRUCTIVE,
        joined(losses),
        joined(new RebuildWarnings(wanted.name(), old, next, before, after).all()),
        true,
        statements);
  }

  private static Optional<String> joined(List<String> sentences) {
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
  }

  /** Copies all rows; empty when nothing of a row can be kept. */
  private Optional<String> copy() {
    List<String> into = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : kept()) {
      into.add(Steps.quoted(column.name()));
      values.add(value(column));
    }
    rowid()
        .ifPresent(
            rowid -> {
              into.addFirst(rowid);
              values.addFirst(rowid);
            });
    return into.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "INSERT INTO %s (%s) SELECT %s FROM %s"
                .formatted(
                    Steps.quoted(temporary),
                    String.join(", ", into),
                    String.join(", ", values),
                    Steps.quoted(now.name())));
  }

  private List<Column> kept() {
    return next.columns().stream()
        .filter(column -> !column.generated() && old.column(column.name()).isPresent())
        .toList();
  }

  /** Rows keep their numbers, which full-text indexes refer to, unless a column holds them. */
  private Optional<String> rowid() {
    return next.rowidAlias().filter(kept()::contains).isPresent()
        ? Optional.empty()
        : TableFacts.rowidName(old, next);
  }

  private String value(Column column) {
    String name = Steps.quoted(column.name());
    return isFilled(column)
        ? "coalesce(" + name + ", " + Expressions.operand(column.defaultValue()) + ")"
        : name;
  }

  private boolean isFilled(Column column) {
    return column.notNull()
        && !before(column).notNull()
        && !Expressions.isNull(column.defaultValue());
  }

  /** Numbers of rows that were deleted must not be given again. */
  private List<String> keepSequence() {
    String from = literal(now.name());
    String to = literal(temporary);
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + to,
        "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = %s"
            .formatted(to, from));
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  private List<String> losses() {
    List<String> losses = new ArrayList<>();
    if (copy().isEmpty()) {
      losses.add("drops all rows of table " + now.name());
      return losses;
    }
    List<String> dropped =
        old.columns().stream()
            .filter(column -> !column.generated() && next.column(column.name()).isEmpty())
            .map(column -> wanted.name() + "." + old.called(column))
            .toList();
    if (!dropped.isEmpty()) {
      losses.add(
          dropped.size() == 1
              ? TableAlter.lossOf(dropped.getFirst())
              : "drops columns " + String.join(", ", dropped) + " with their values");
    }
    losses.addAll(computed());
    losses.addAll(
        kept().stream()
            .filter(column -> before(column).affinity().isLossyTo(column.affinity()))
            .map(this::conversion)
            .toList());
    losses.addAll(
        kept().stream()
            .filter(this::isFilled)
            .map(column -> "fills empty values of " + wanted.name() + "." + old.called(column))
            .toList());
    return losses;
  }

  /** What was entered and is to be computed instead. */
  private List<String> computed() {
    return next.columns().stream()
        .filter(Column::generated)
        .filter(column -> old.column(column.name()).filter(was -> !was.generated()).isPresent())
        .map(
            column ->
                "replaces values of " + wanted.name() + "." + column.name() + " by computed ones")
        .collect(Collectors.toList());
  }

  private Column before(Column column) {
    return old.column(column.name()).orElseThrow();
  }

  private String conversion(Column column) {
    return "converts values of %s.%s from %s to %s"
        .formatted(wanted.name(), column.name(), typeOf(before(column)), typeOf(column));
  }

  private static String typeOf(Column column) {
    return column.type().isEmpty() ? "any type" : column.type();
  }
}
