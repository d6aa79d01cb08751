package io.tenantry.app.screens.blueprints;

import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A blueprint in the list.
 *
 * @param name its name
 * @param latest latest version
 * @param database type of its databases
 * @param tenants tenants on it, any version
 * @param statements statements in effect at the latest version
 * @param createdAt when it was created
 * @param shares tenants by version, oldest first; empty until they are known
 */
record ListedBlueprint(
    String name,
    Version latest,
    String database,
    long tenants,
    int statements,
    Instant createdAt,
    Optional<List<VersionShare>> shares) {

  static ListedBlueprint of(BlueprintSummary summary) {
    return new ListedBlueprint(
        summary.name().value(),
        summary.version(),
        summary.databaseType().code(),
        summary.tenantCount(),
        summary.ddlStatements().size(),
        summary.createdAt(),
        Optional.empty());
  }

  /** Returns the same with the tenants on each version, or without when they are not known. */
  ListedBlueprint with(Optional<BlueprintVersions> versions) {
    return new ListedBlueprint(
        name,
        latest,
        database,
        tenants,
        statements,
        createdAt,
        versions.map(ListedBlueprint::sharesOf));
  }

  private static List<VersionShare> sharesOf(BlueprintVersions versions) {
    return versions.versions().reversed().stream()
        .filter(each -> each.deployedToCount() > 0)
        .map(
            each ->
                new VersionShare(
                    each.version().toString(),
                    each.deployedToCount(),
                    each.version().equals(versions.latest())))
        .toList();
  }

  /** Returns how many tenants are not on the latest version, 0 until it is known. */
  long behind() {
    return shares.stream()
        .flatMap(List::stream)
        .filter(share -> !share.latest())
        .mapToLong(VersionShare::tenants)
        .sum();
  }
}
