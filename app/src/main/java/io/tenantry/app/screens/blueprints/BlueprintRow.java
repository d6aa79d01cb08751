package io.tenantry.app.screens.blueprints;

import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A blueprint in the list.
 *
 * @param name its name
 * @param version latest version
 * @param database type of its databases
 * @param tenants tenants on it, any version
 * @param statements statements in effect at the latest version
 * @param createdAt when it was created
 * @param shares tenants by version, oldest first; empty until they are known
 */
record BlueprintRow(
    String name,
    String version,
    String database,
    long tenants,
    int statements,
    Instant createdAt,
    Optional<List<VersionShare>> shares) {

  static BlueprintRow of(BlueprintSummary summary) {
    return new BlueprintRow(
        summary.name().value(),
        summary.version().toString(),
        summary.databaseType().code(),
        summary.tenantCount(),
        summary.ddlStatements().size(),
        summary.createdAt(),
        Optional.empty());
  }

  BlueprintRow with(BlueprintVersions versions) {
    List<VersionShare> known =
        versions.versions().reversed().stream()
            .filter(each -> each.deployedToCount() > 0)
            .map(
                each ->
                    new VersionShare(
                        each.version().toString(),
                        each.deployedToCount(),
                        each.version().equals(versions.latest())))
            .toList();
    return new BlueprintRow(
        name, version, database, tenants, statements, createdAt, Optional.of(known));
  }

  /** Returns how many tenants are not on the latest version, 0 until it is known. */
  long behind() {
    return shares.stream()
        .flatMap(List::stream)
        .filter(share -> !share.latest())
        .mapToLong(VersionShare::tenants)
        .sum();
  }

  boolean matches(String search) {
    return name.contains(search.strip().toLowerCase(Locale.ROOT));
  }
}
