package io.tenantry.core.inspection;

import io.tenantry.core.hosts.TenantPlace;
import java.util.Optional;

/**
 * A tenant database as the catalog has it.
 *
 * @param id its row
 * @param tenantId row of its tenant
 * @param blueprintId row of its blueprint
 * @param place where it is
 * @param lastGeneration the last number that a file of it was given
 * @param ready whether it and its tenant were ever made, and are not being destroyed
 * @param minor the version it is on
 * @param fingerprint the schema it has
 * @param busy whether an operation, a deployment or the mending of drift changes it
 * @param drift what is known about its schema being another one
 */
public record CheckedDatabase(
    long id,
    long tenantId,
    long blueprintId,
    TenantPlace place,
    int lastGeneration,
    boolean ready,
    int minor,
    String fingerprint,
    boolean busy,
    Optional<Drift> drift) {

  /**
   * A schema that is not that of the version.
   *
   * @param accepted whether somebody accepted it
   * @param minor the version that the file says it has
   * @param fingerprint the schema that was found
   */
  public record Drift(boolean accepted, int minor, String fingerprint) {
    boolean isAbout(int foundMinor, String found) {
      return minor == foundMinor && fingerprint.equals(found);
    }
  }
}
