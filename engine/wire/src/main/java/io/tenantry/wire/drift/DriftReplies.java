package io.tenantry.wire.drift;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/** Replies of drift. */
public final class DriftReplies {
  private DriftReplies() {}

  /**
   * A check.
   *
   * @param check where it stands
   */
  public record Checked(DriftCheck check) {}

  /**
   * Drifted databases.
   *
   * @param count number of databases in this reply
   * @param drift in the order in which the tenants were created
   * @param total number of databases in the whole list; only in a page
   * @param nextCursor where the next page starts; only in a page that is not the last
   */
  public record Listed(
      int count, List<TenantDrift> drift, Optional<Long> total, Optional<String> nextCursor) {
    /** Counts the databases. */
    public static Listed of(Page<TenantDrift> page, boolean isPaged) {
      return new Listed(
          page.items().size(),
          page.items(),
          isPaged ? Optional.of(page.total()) : Optional.empty(),
          page.nextCursor());
    }

    /** Returns the contract's value. */
    public Page<TenantDrift> page() {
      return new Page<>(drift, total.orElse((long) count), nextCursor);
    }
  }

  /**
   * An accepted database.
   *
   * @param message what was done
   * @param drift as it is now
   */
  public record Accepted(String message, TenantDrift drift) {
    /** Says what was done. */
    public static Accepted of(TenantDrift drift) {
      return new Accepted("Drift of tenant '" + drift.tenantId() + "' accepted", drift);
    }
  }

  /**
   * A database that was brought back.
   *
   * @param message what was done
   * @param tenantId its tenant
   * @param blueprint its blueprint
   * @param version the version it is on
   * @param safetyBackup path of the backup that was taken before
   * @param count number of steps
   * @param steps what was done
   */
  public record Forced(
      String message,
      TenantId tenantId,
      WorkspaceName blueprint,
      Version version,
      String safetyBackup,
      int count,
      List<PlanStep> steps) {
    /** Says what was done. */
    public static Forced of(ForcedBack forced) {
      return new Forced(
          "Tenant '%s' forced back to version %s".formatted(forced.tenantId(), forced.version()),
          forced.tenantId(),
          forced.blueprint(),
          forced.version(),
          forced.safetyBackup(),
          forced.steps().size(),
          forced.steps());
    }

    /** Returns the contract's value. */
    public ForcedBack forcedBack() {
      return new ForcedBack(tenantId, blueprint, version, safetyBackup, steps);
    }
  }

  /**
   * A database whose schema is a version now.
   *
   * @param message what was done
   * @param tenantId its tenant
   * @param blueprint its blueprint
   * @param version the version it is on
   * @param isNew whether the version was made for it
   * @param count number of steps
   * @param steps what was recorded as the version
   */
  public record AdoptedVersion(
      String message,
      TenantId tenantId,
      WorkspaceName blueprint,
      Version version,
      boolean isNew,
      int count,
      List<PlanStep> steps) {
    /** Says what was done. */
    public static AdoptedVersion of(Adopted adopted) {
      return new AdoptedVersion(
          "Tenant '%s' adopted as version %s".formatted(adopted.tenantId(), adopted.version()),
          adopted.tenantId(),
          adopted.blueprint(),
          adopted.version(),
          adopted.isNew(),
          adopted.steps().size(),
          adopted.steps());
    }

    /** Returns the contract's value. */
    public Adopted adopted() {
      return new Adopted(tenantId, blueprint, version, isNew, steps);
    }
  }
}
