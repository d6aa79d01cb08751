package io.tenantry.contract.tenants;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * How many tenants there are, trash left out (an extension).
 *
 * @param tenants all of them
 * @param statuses by status; those that no tenant has are left out
 * @param concerns by what asks for a look; all three, a tenant may be in several
 * @param blueprints by blueprint, in the order of their names; also those without tenants. With a
 *     tenant scope, those of its tenants
 */
public record TenantCounts(
    long tenants, List<OfStatus> statuses, List<OfConcern> concerns, List<OfBlueprint> blueprints) {
  /** Copies the lists. */
  public TenantCounts {
    statuses = List.copyOf(statuses);
    concerns = List.copyOf(concerns);
    blueprints = List.copyOf(blueprints);
  }

  /** Returns how many are in a status. */
  public long in(TenantStatus status) {
    return statuses.stream()
        .filter(each -> each.status() == status)
        .mapToLong(OfStatus::tenants)
        .sum();
  }

  /** Returns how many have a concern. */
  public long with(TenantConcern concern) {
    return concerns.stream()
        .filter(each -> each.concern() == concern)
        .mapToLong(OfConcern::tenants)
        .sum();
  }

  /**
   * The tenants in a status.
   *
   * @param status the status
   * @param tenants how many
   */
  public record OfStatus(TenantStatus status, long tenants) {}

  /**
   * The tenants with a concern.
   *
   * @param concern the concern
   * @param tenants how many
   */
  public record OfConcern(TenantConcern concern, long tenants) {}

  /**
   * The tenants that have a database of a blueprint.
   *
   * @param blueprint its name
   * @param latest its latest version
   * @param versions by the version they are on, newest first; those without tenants are left out
   */
  public record OfBlueprint(WorkspaceName blueprint, Version latest, List<OfVersion> versions) {
    /** Copies the versions. */
    public OfBlueprint {
      versions = List.copyOf(versions);
    }

    /** Returns how many tenants it has, on any version. */
    public long tenants() {
      return versions.stream().mapToLong(OfVersion::tenants).sum();
    }

    /** Returns how many of them are not on the latest version. */
    public long behind() {
      return versions.stream()
          .filter(each -> !each.version().equals(latest))
          .mapToLong(OfVersion::tenants)
          .sum();
    }
  }

  /**
   * The tenants on a version.
   *
   * @param version the version
   * @param tenants how many
   */
  public record OfVersion(Version version, long tenants) {}
}
