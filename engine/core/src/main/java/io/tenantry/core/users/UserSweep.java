package io.tenantry.core.users;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.tenants.TenantLeftovers;
import io.tenantry.core.tenants.TenantRemoval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys databases whose time is over and forgets old tokens and replies: when the engine opens
 * and every few minutes. What is over is refused from the moment it is; this only frees the space.
 */
public final class UserSweep implements Recovery, TenantLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(UserSweep.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Catalog catalog;
  private final TenantRemoval removal;
  private final Authenticator authenticator;
  private final JobRunner jobs;
  private final InstantSource clock;

  /** Sweeps a catalog. */
  public UserSweep(
      Catalog catalog,
      TenantRemoval removal,
      Authenticator authenticator,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.removal = removal;
    this.authenticator = authenticator;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Sweeps now and then; to be called once. */
  public void every(ScheduledExecutorService scheduler) {
    scheduler.scheduleWithFixedDelay(
        this::atOpen, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void atOpen() {
    jobs.start("users-sweep", this::sweep);
  }

  /** The tokens of the tenant went with its row; nobody may be remembered by them. */
  @Override
  public void delete(TenantPlace place) {
    authenticator.forget();
  }

  void sweep(StopSignal stop) {
    Instant now = clock.instant();
    for (UserRepository.Expired expired :
        catalog.read(handle -> UserRepository.expired(handle, now))) {
      if (stop.isStopped()) {
        return;
      }
      destroy(expired);
    }
    catalog.execute(
        handle -> {
          UserRepository.forgetTokens(handle, now);
          StoredReplies.forget(handle, now);
        });
  }

  private void destroy(UserRepository.Expired expired) {
    try {
      removal.destroy(expired.project(), expired.slug());
    } catch (EngineException e) {
      LOG.warn("The expired database {} could not be destroyed", expired.slug(), e);
    }
  }
}
