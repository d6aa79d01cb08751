package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;
import java.util.List;
import java.util.Optional;

/**
 * Which ways tenants would go when a deployment is taken back (an extension of the reference), and
 * what a plan does not bring back. What a way does besides, and what it loses, tells a comparison
 * of its versions.
 *
 * @param jobId the deployment
 * @param ways by the version they lead to, oldest first
 * @param gone what the deployment took from its tenants, as it was counted then; only copies that
 *     were made before bring it back
 * @param refills what a plan makes anew without what it held, by way
 * @param copies how many of the tenants that would go back have a copy from right before
 */
public record UndoOutlook(
    DeploymentId jobId, List<Way> ways, List<DataLoss> gone, List<Refill> refills, int copies) {
  /** Copies the lists. */
  public UndoOutlook {
    ways = List.copyOf(ways);
    gone = List.copyOf(gone);
    refills = List.copyOf(refills);
  }

  /** Returns how many tenants would go back. */
  public int tenants() {
    return ways.stream().mapToInt(Way::tenants).sum();
  }

  /**
   * A way back.
   *
   * @param fromVersion the version that the deployment brought
   * @param toVersion the version that tenants were on before
   * @param tenants how many would go it
   */
  public record Way(Version fromVersion, Version toVersion, int tenants) {}

  /**
   * A table or a column that the deployment dropped and a plan makes anew.
   *
   * @param fromVersion the version that the deployment brought
   * @param toVersion the version that it is part of
   * @param object its name there: {@code notes}, or {@code users.age} for a column
   * @param rowsOf of a column, the table by its name now: all rows of it get the same value; absent
   *     for a table, which comes without rows
   * @param value the SQL of that value, the column's default; absent for NULL, and for a table
   */
  public record Refill(
      Version fromVersion,
      Version toVersion,
      String object,
      Optional<String> rowsOf,
      Optional<String> value) {}
}
