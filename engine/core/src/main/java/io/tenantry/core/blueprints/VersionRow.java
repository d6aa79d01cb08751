package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import java.time.Instant;

/** A version with its figures. */
record VersionRow(
    int minor,
    String fingerprint,
    String summary,
    String author,
    Instant createdAt,
    long tenants,
    int statements,
    boolean destructive) {

  Version version() {
    return new Version(1, minor);
  }

  BlueprintVersions.Summary toSummary() {
    return new BlueprintVersions.Summary(
        version(), createdAt, tenants, statements, author, summary, destructive);
  }
}
