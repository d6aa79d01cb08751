package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes tenants whose callers were told already that they come. So nothing is taken back: what
 * fails is tried again until the engine closes, and then by the next opening. Any thread.
 */
final class PromisedTenants {
  private static final Logger LOG = LoggerFactory.getLogger(PromisedTenants.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Catalog catalog;
  private final Provisioning provisioning;
  private final JobRunner jobs;

  PromisedTenants(Catalog catalog, Provisioning provisioning, JobRunner jobs) {
    this.catalog = catalog;
    this.provisioning = provisioning;
    this.jobs = jobs;
  }

  /** Makes what was announced, while the caller goes on. */
  void make(ProjectId project, List<Making> tenants, List<WantedDatabase> wanted) {
    jobs.start(
        "provisioning-" + tenants.getFirst().name(), stop -> keep(project, tenants, wanted, stop));
  }

  private void keep(
      ProjectId project, List<Making> tenants, List<WantedDatabase> wanted, StopSignal stop) {
    List<Making> left = attempt(project, tenants, wanted);
    for (Duration wait = FIRST_WAIT; !left.isEmpty() && !stop.await(wait); wait = longer(wait)) {
      left = attempt(project, left, wanted);
    }
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }

  /** Returns those that are still to be made: neither done nor gone with their project. */
  private List<Making> attempt(
      ProjectId project, List<Making> tenants, List<WantedDatabase> wanted) {
    Map<TenantId, EngineException> failed = new LinkedHashMap<>();
    try {
      provisioning.attempt(project, tenants, wanted, Filling.NONE, failed);
      failed.forEach((id, reason) -> note(project, id, reason));
    } catch (EngineException e) {
      note(project, tenants.getFirst().name(), e);
    }
    return left(tenants, wanted);
  }

  private static void note(ProjectId project, TenantId id, EngineException reason) {
    LOG.warn("Tenant {} of {} could not be made; it is tried again", id, project, reason);
  }

  private List<Making> left(List<Making> tenants, List<WantedDatabase> wanted) {
    Set<Long> unmade = new LinkedHashSet<>();
    catalog
        .read(handle -> ProvisioningRepository.unmade(handle, tenants, wanted))
        .forEach(each -> unmade.add(each.tenantId()));
    return tenants.stream().filter(tenant -> unmade.contains(tenant.tenantId())).toList();
  }

  /** What a tenant gets. */
  private record Wish(ProjectId project, List<TenantDatabaseRequest> databases) {}

  /** Goes on with what an engine that is gone had promised. */
  void resume(List<Unmade> promised) {
    Map<Wish, List<Making>> wishes = new LinkedHashMap<>();
    byTenant(promised)
        .values()
        .forEach(
            databases ->
                wishes
                    .computeIfAbsent(wish(databases), _ -> new ArrayList<>())
                    .add(making(databases.getFirst())));
    wishes.forEach(
        (wish, tenants) ->
            make(wish.project(), tenants, catalog.read(handle -> wanted(handle, wish))));
  }

  private static Map<Long, List<Unmade>> byTenant(List<Unmade> promised) {
    Map<Long, List<Unmade>> tenants = new TreeMap<>();
    promised.forEach(
        each -> tenants.computeIfAbsent(each.tenantId(), _ -> new ArrayList<>()).add(each));
    return tenants;
  }

  private static Wish wish(List<Unmade> databases) {
    return new Wish(
        databases.getFirst().place().project(),
        databases.stream().map(Unmade::place).map(PromisedTenants::request).toList());
  }

  private static TenantDatabaseRequest request(TenantPlace place) {
    return new TenantDatabaseRequest(place.blueprint(), place.isolationLevel(), place.region());
  }

  private static Making making(Unmade database) {
    return new Making(database.tenantId(), database.place().tenant());
  }

  private static List<WantedDatabase> wanted(Handle handle, Wish wish) {
    return wish.databases().stream()
        .map(
            request ->
                new WantedDatabase(
                    request, BlueprintHeads.get(handle, wish.project(), request.blueprint())))
        .toList();
  }
}
