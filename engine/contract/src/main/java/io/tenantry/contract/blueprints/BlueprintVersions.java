package io.tenantry.contract.blueprints;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;

/**
 * The versions of a blueprint.
 *
 * @param blueprint its name
 * @param latest newest version
 * @param totalVersions number of {@code versions}
 * @param versions newest first
 */
public record BlueprintVersions(
    WorkspaceName blueprint, Version latest, int totalVersions, List<Summary> versions) {
  /** Copies the versions. */
  public BlueprintVersions {
    versions = List.copyOf(versions);
  }

  /** Returns how many tenants the blueprint has, on any version. */
  public long tenants() {
    return versions.stream().mapToLong(Summary::deployedToCount).sum();
  }

  /** Returns how many of its tenants are not on the latest version. */
  public long behind() {
    return versions.stream()
        .filter(version -> !version.version().equals(latest))
        .mapToLong(Summary::deployedToCount)
        .sum();
  }

  /**
   * A version in the list.
   *
   * @param version its number
   * @param createdAt UTC, whole seconds
   * @param deployedToCount tenants on exactly this version now
   * @param ddlCount statements in effect at it, cumulative
   * @param author e-mail or key name of who made it (this and all below are extensions)
   * @param summary what made it, in a few words, for example {@code 2 changes: users, orders}
   * @param destructive whether one of its own statements destroys data
   */
  public record Summary(
      Version version,
      Instant createdAt,
      long deployedToCount,
      int ddlCount,
      String author,
      String summary,
      boolean destructive) {}
}
