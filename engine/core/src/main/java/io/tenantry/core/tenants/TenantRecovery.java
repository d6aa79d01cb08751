package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tenants back to order when an engine opens: what was being made goes away, what was being
 * destroyed is destroyed, and what has been in the trash for 30 days goes too.
 */
public final class TenantRecovery implements Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(TenantRecovery.class);
  private static final Duration KEPT_IN_TRASH = Duration.ofDays(30);

  private final Catalog catalog;
  private final TenantFiles files;
  private final TenantRemoval removal;
  private final JobRunner jobs;
  private final InstantSource clock;

  /** Repairs the tenants of a catalog. */
  public TenantRecovery(
      Catalog catalog,
      TenantFiles files,
      TenantRemoval removal,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.removal = removal;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Undoes what was half made, at once; destroys in the background. */
  @Override
  public void atOpen() {
    undoUnmade();
    jobs.start("tenants-cleanup", this::destroyDue);
  }

  private void undoUnmade() {
    List<Unmade> unmade = catalog.read(ProvisioningRepository::unmade);
    if (!unmade.isEmpty()) {
      LOG.info("Removing {} tenant databases that a crash left half made", unmade.size());
      new Withdrawal(catalog, files).of(unmade);
    }
  }

  /** Destroys what was being destroyed and what is too old in the trash. */
  private void destroyDue(StopSignal stop) {
    long before = clock.instant().minus(KEPT_IN_TRASH).toEpochMilli();
    for (TenantRepository.Due due :
        catalog.read(handle -> TenantRepository.dueForDestruction(handle, before))) {
      if (stop.isStopped()) {
        return;
      }
      destroy(due);
    }
  }

  private void destroy(TenantRepository.Due due) {
    try {
      removal.destroy(new ProjectId(due.project()), due.tenant(), Transition.PURGE);
    } catch (EngineException e) {
      LOG.warn("Tenant {} of {} could not be destroyed", due.tenant(), due.project(), e);
    }
  }
}
