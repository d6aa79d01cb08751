package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the steps that are one statement. */
final class Steps {
  private Steps() {}

  static PlanStep create(SchemaObject object, boolean tableHasRows) {
    Effect effect =
        object.type() == SchemaObject.Type.INDEX && tableHasRows ? Effect.REWRITE : Effect.CHEAP;
    boolean unique =
        effect == Effect.REWRITE && SqlNames.upper(object.sql()).startsWith("CREATE U");
    return new PlanStep(
        "create_" + word(object),
        object.name(),
        effect,
        Optional.empty(),
        unique
            ? Optional.of("fails where rows of " + object.table() + " have equal values")
            : Optional.empty(),
        false,
        List.of(object.sql()));
  }

  /** Drops what has no rows of its own. */
  static PlanStep drop(SchemaObject object) {
    return cheap("drop_" + word(object), object.name(), dropping(object));
  }

  static PlanStep dropTable(SchemaObject table) {
    return new PlanStep(
        "drop_" + word(table),
        table.name(),
        Effect.DESTRUCTIVE,
        Optional.of("drops table " + table.name() + " with its rows"),
        Optional.empty(),
        true,
        List.of(dropping(table)));
  }

  static PlanStep cheap(String kind, String object, String statement) {
    return new PlanStep(
        kind, object, Effect.CHEAP, Optional.empty(), Optional.empty(), false, List.of(statement));
  }

  private static String dropping(SchemaObject object) {
    return "DROP " + object.type() + " " + quoted(object.name());
  }

  private static String word(SchemaObject object) {
    return object.isVirtual() ? "virtual_table" : object.type().name().toLowerCase(Locale.ROOT);
  }

  static String quoted(String name) {
    return SqlNames.quoteIfNeeded(name);
  }

  static String alter(String table) {
    return "ALTER TABLE " + quoted(table);
  }
}
