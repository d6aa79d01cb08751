package io.tenantry.app.screens.blueprints;

import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import java.time.Instant;

/**
 * A version on the line.
 *
 * @param version its number
 * @param latest whether it is the newest
 * @param author who made it
 * @param summary what made it
 * @param createdAt when
 * @param statements statements in effect at it
 * @param tenants tenants on it now
 * @param destructive whether it destroys data
 */
record VersionEntry(
    Version version,
    boolean latest,
    String author,
    String summary,
    Instant createdAt,
    int statements,
    long tenants,
    boolean destructive) {

  static VersionEntry of(BlueprintVersions.Summary summary, Version latest) {
    return new VersionEntry(
        summary.version(),
        summary.version().equals(latest),
        summary.author(),
        summary.summary(),
        summary.createdAt(),
        summary.ddlCount(),
        summary.deployedToCount(),
        summary.destructive());
  }
}
