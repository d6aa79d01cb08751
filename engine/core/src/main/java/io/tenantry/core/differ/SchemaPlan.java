package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.core.schema.Fingerprint;
import java.util.List;

/**
 * The way from one schema to another, proved on a scratch database. Its statements run right under
 * the settings every connection has, except that foreign keys may have to be off.
 *
 * @param from the schema it starts from
 * @param to the schema it ends with
 * @param steps in order; none when the schemas are alike
 */
public record SchemaPlan(Fingerprint from, Fingerprint to, List<PlanStep> steps)
    implements Planned {
  /** Copies the steps. */
  public SchemaPlan {
    steps = List.copyOf(steps);
  }
}
