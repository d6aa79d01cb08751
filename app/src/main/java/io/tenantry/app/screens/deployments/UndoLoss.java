package io.tenantry.app.screens.deployments;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.sql.SqlNames;
import java.util.Optional;

/**
 * Something that goes when a deployment is taken back.
 *
 * @param sentence what it is
 * @param count SQL that counts what is in it; empty where that cannot be told
 */
record UndoLoss(String sentence, Optional<String> count) {

  static Optional<UndoLoss> of(PlanStep step) {
    return step.loss().map(sentence -> new UndoLoss(sentence, counting(step)));
  }

  private static Optional<String> counting(PlanStep step) {
    String object = step.object();
    int dot = object.lastIndexOf('.');
    return switch (step.kind()) {
      case "drop_table" -> Optional.of("SELECT count(*) FROM " + SqlNames.quote(object));
      case "drop_column" ->
          Optional.of(
              "SELECT count(%s) FROM %s"
                  .formatted(
                      SqlNames.quote(object.substring(dot + 1)),
                      SqlNames.quote(object.substring(0, Math.max(0, dot)))));
      default -> Optional.empty();
    };
  }
}
