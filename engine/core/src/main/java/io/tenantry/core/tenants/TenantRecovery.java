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
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tenants back to order when an engine opens: what was being made goes away, unless its
 * caller was told already that it comes; what was being destroyed is destroyed, and what has been
 * in the trash for 30 days goes too.
 */
public final class TenantRecovery implements Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(TenantRecovery.class);
  private static final Duration KEPT_IN_TRASH = Duration.ofDays(30);

  private final Catalog catalog;
  private final TenantFiles files;
  private final TenantRemoval removal;
  private final PromisedTenants promised;
  private final JobRunner jobs;
  private final InstantSource clock;

  /** Repairs the tenants of a catalog. */
  public TenantRecovery(TenantEngine engine, TenantFiles files, JobRunner jobs) {
    this.catalog = engine.catalog();
    this.files = files;
    this.removal = engine.removal();
    this.promised = engine.provisioning().promised();
    this.jobs = jobs;
    this.clock = engine.clock();
  }

  /** Undoes what was half made, at once; makes what was promised and destroys in the background. */
  @Override
  public void atOpen() {
    undoUnmade();
    jobs.start("tenants-cleanup", this::destroyDue);
  }

  private void undoUnmade() {
    Map<Boolean, List<Unmade>> unmade =
        catalog.read(ProvisioningRepository::unmade).stream()
            .collect(Collectors.partitioningBy(Unmade::isPromised));
    List<Unmade> half = unmade.getOrDefault(false, List.of());
    if (!half.isEmpty()) {
      LOG.info("Removing {} tenant databases that a crash left half made", half.size());
      new Withdrawal(catalog, files).of(half);
    }
    List<Unmade> owed = unmade.getOrDefault(true, List.of());
    if (!owed.isEmpty()) {
      LOG.info("Making {} tenant databases that were promised before", owed.size());
      promised.resume(owed);
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
