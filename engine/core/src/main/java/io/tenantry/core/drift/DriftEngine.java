package io.tenantry.core.drift;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.drift.DriftOperationRepository.Interrupted;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.tenants.TenantOperationRepository;
import io.tenantry.core.tenants.TenantTarget;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts behind all drift services of one engine; goes on with what a crash cut short. */
public final class DriftEngine implements Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(DriftEngine.class);
  private static final int MOST_VERSIONS = 999_999;

  private final DriftParts parts;
  private final TenantTargetRepository targets;
  private final DriftPlans plans;
  private final DriftMending mending;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();

  /** Puts the parts together. */
  public DriftEngine(DriftParts parts) {
    this.parts = parts;
    this.targets = new TenantTargetRepository(parts.files());
    this.plans = new DriftPlans(parts.catalog(), parts.schemas(), parts.differ());
    this.mending = new DriftMending(parts, plans, fingerprints);
  }

  DriftParts parts() {
    return parts;
  }

  DriftMending mending() {
    return mending;
  }

  TenantTargetRepository targets() {
    return targets;
  }

  /** Renews fingerprints of earlier algorithms; everything else at an opening comes later. */
  public void renewFingerprints() {
    new FingerprintRenewal(parts.catalog(), parts.schemas(), parts.differ()).run();
  }

  /** Goes on with checks, and with what was being mended; workspaces are in order by now. */
  @Override
  public void atOpen() {
    for (TenantOperationRepository.Open open :
        parts.catalog().read(DriftOperationRepository::open)) {
      List<Interrupted> work =
          parts.catalog().read(handle -> DriftOperationRepository.interrupted(handle, open));
      work.forEach(this::recover);
      if (work.isEmpty()) {
        mending.end(open.tenantId());
      }
    }
    parts.catalog().read(DriftCheckRepository::running).forEach(this::start);
  }

  /** A file that cannot be read leaves its tenant migrating, and the engine open. */
  private void recover(Interrupted work) {
    try {
      mending.recover(work, drift(work.project(), work.operation().tenant(), work.blueprint()));
    } catch (EngineException e) {
      LOG.error("The drift of tenant {} cannot be mended", work.operation().tenant(), e);
    }
  }

  /** Works a check off in the background. */
  void start(DriftCheckRow check) {
    parts
        .jobs()
        .start("drift-check-" + check.blueprint(), new DriftCheckRun(parts, fingerprints, check));
  }

  /**
   * Finds a drifted database.
   *
   * @throws EngineException NOT_FOUND for the blueprint, the tenant, and a tenant without drift
   */
  DriftCase drift(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    return parts.catalog().read(handle -> drift(handle, project, tenant, blueprint));
  }

  private DriftCase drift(
      Handle handle, ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    BlueprintHead head = BlueprintHeads.get(handle, project, blueprint);
    TenantTarget target = targets.get(handle, project, tenant, head);
    return new DriftCase(
        head, target, DriftRepository.get(handle, head.id(), target.tenantId(), tenant));
  }

  /** Returns a drift as callers see it. Not to be called in a catalog transaction. */
  TenantDrift view(BlueprintHead blueprint, DriftRow drift) {
    DriftPlans.Differences differences = plans.differences(blueprint.id(), drift);
    return new TenantDrift(
        drift.tenant(),
        blueprint.name(),
        drift.state(),
        new Version(1, drift.expectedMinor()),
        parts.schemas().of(blueprint.id(), drift.expectedMinor()).fingerprint().value(),
        version(drift.foundMinor()),
        drift.foundFingerprint(),
        differences.steps(),
        differences.problem(),
        drift.checkedAt());
  }

  private static Optional<Version> version(int minor) {
    return minor < 0 || minor > MOST_VERSIONS
        ? Optional.empty()
        : Optional.of(new Version(1, minor));
  }
}
