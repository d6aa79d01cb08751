package io.tenantry.contract.drills;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * A request for a drill: of the tenants that are named, or of a sample.
 *
 * @param tenants whose; empty for a sample
 * @param sample how many tenants to draw at random, 1–10,000; empty for those named
 */
public record StartDrill(List<TenantId> tenants, Optional<Integer> sample) {
  /** The most tenants of one drill. */
  public static final int MOST = 10_000;

  /**
   * Copies and checks.
   *
   * @throws EngineException BAD_REQUEST {@code Provide either tenant_ids or sample}, or for too
   *     many
   */
  public StartDrill {
    tenants = List.copyOf(tenants);
    if (tenants.isEmpty() == sample.isEmpty()) {
      throw EngineException.badField("tenant_ids", "Provide either tenant_ids or sample");
    }
    if (tenants.size() > MOST) {
      throw EngineException.badField(
          "tenant_ids", "tenant_ids must have at most " + MOST + " entries");
    }
    sample.ifPresent(number -> Check.range("sample", number, 1, MOST));
  }

  /** A drill of the tenants that are named. */
  public static StartDrill of(List<TenantId> tenants) {
    return new StartDrill(tenants, Optional.empty());
  }

  /** A drill of some tenants, drawn at random. */
  public static StartDrill ofSample(int number) {
    return new StartDrill(List.of(), Optional.of(number));
  }
}
