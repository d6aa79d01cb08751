package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.core.differ.TableFacts.Column;
import io.tenantry.core.schema.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a table in place: drops and adds columns, as far as SQLite does that with rows. */
record TableAlter(String table, TableFacts now, TableFacts wanted, TableText text) {

  /**
   * Returns the steps to try, or none when a new column cannot be added to rows. That they fit on a
   * scratch database says nothing about rows, so what depends on them is asked here.
   */
  List<PlanStep> steps() {
    List<PlanStep> steps = new ArrayList<>();
    for (Column column : now.columns()) {
      if (wanted.column(column.name()).isEmpty()) {
        steps.add(drop(table, now, column));
      }
    }
    for (Column column : wanted.columns()) {
      if (now.column(column.name()).isEmpty()) {
        Optional<TableText.Item> item = text.column(column.name());
        if (item.isEmpty() || !fitsRows(column, item.get())) {
          return List.of();
        }
        steps.add(
            Steps.cheap(
                "add_column",
                table + "." + column.name(),
                Steps.alter(table) + " ADD COLUMN " + item.get().text()));
      }
    }
    return steps;
  }

  static PlanStep drop(String table, TableFacts facts, Column column) {
    String name = table + "." + facts.called(column);
    return new PlanStep(
        "drop_column",
        name,
        column.generated() ? Effect.REWRITE : Effect.DESTRUCTIVE,
        column.generated() ? Optional.empty() : Optional.of(lossOf(name)),
        Optional.empty(),
        false,
        List.of(Steps.alter(table) + " DROP COLUMN " + Steps.quoted(column.name())));
  }

  static String lossOf(String column) {
    return "drops column " + column + " with its values";
  }

  private static boolean fitsRows(Column column, TableText.Item item) {
    if (column.generated()) {
      return !column.stored();
    }
    boolean empty = Expressions.isNull(column.defaultValue());
    if (empty) {
      return !column.notNull();
    }
    return Expressions.isConstant(column.defaultValue()) && !item.has("REFERENCES");
  }
}
