package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.ImageCompiler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the databases of tenants. A caller who wants a dedicated host does not wait for it. Any
 * thread.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>One transaction announces the rows with status provisioning. Crash: rows without files; the
 *       next opening removes them, or goes on with those whose caller was answered before they were
 *       made ({@link TenantRecovery}).
 *   <li>Each file is written under another name, synced, renamed; then its folder is synced. Crash:
 *       as above; with the rows that it removes, the opening deletes the files that they name.
 *   <li>One transaction sets the rows ready, if the version is still the newest: otherwise the
 *       files are written again at the newest. So no deployment can miss a tenant: what it brings
 *       is not newer than what the tenant has when it becomes visible. Crash after it: all done.
 * </ol>
 */
public final class Provisioning {
  private final Catalog catalog;
  private final TenantFiles files;
  private final VersionImages images;
  private final WorkerPool workers;
  private final JobRunner jobs;
  private final InstantSource clock;
  private final Withdrawal withdrawal;

  /**
   * Puts the parts together.
   *
   * @param workers write the files of many tenants at a time
   * @param jobs makes tenants whose caller does not wait
   */
  public Provisioning(
      Catalog catalog,
      TenantFiles files,
      ImageCompiler compiler,
      WorkerPool workers,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.images = new VersionImages(catalog, compiler);
    this.workers = workers;
    this.jobs = jobs;
    this.clock = clock;
    this.withdrawal = new Withdrawal(catalog, files);
  }

  /**
   * Carries out steps 2 and 3 for tenants that are announced. What fails is taken back whole.
   *
   * @return why those that failed did, by id
   */
  Map<TenantId, EngineException> make(
      ProjectId project, List<Making> tenants, List<WantedDatabase> announced) {
    return make(project, tenants, announced, Filling.NONE);
  }

  /** As {@link #make(ProjectId, List, List)}, with rows in each database. */
  Map<TenantId, EngineException> make(
      ProjectId project, List<Making> tenants, List<WantedDatabase> announced, Filling filling) {
    Map<TenantId, EngineException> failed = new LinkedHashMap<>();
    boolean settled = false;
    try {
      attempt(project, tenants, announced, filling, failed);
      settled = true;
    } finally {
      withdraw(settled ? failedOf(tenants, failed) : tenants, announced);
    }
    return failed;
  }

  /** Carries out steps 2 and 3; what fails stays announced. */
  void attempt(
      ProjectId project,
      List<Making> tenants,
      List<WantedDatabase> announced,
      Filling filling,
      Map<TenantId, EngineException> failed) {
    List<Making> left = tenants;
    Optional<List<WantedDatabase>> wanted = Optional.of(announced);
    while (wanted.isPresent()) {
      left = write(project, left, wanted.get(), filling, failed);
      wanted = settle(project, left, wanted.get(), filling);
    }
  }

  /** Returns what makes tenants whose callers do not wait. */
  PromisedTenants promised() {
    return new PromisedTenants(catalog, this, jobs);
  }

  private static List<Making> failedOf(
      List<Making> tenants, Map<TenantId, EngineException> failed) {
    return tenants.stream().filter(tenant -> failed.containsKey(tenant.name())).toList();
  }

  /** Writes the files of all tenants; returns those for which it worked. */
  private List<Making> write(
      ProjectId project,
      List<Making> tenants,
      List<WantedDatabase> wanted,
      Filling filling,
      Map<TenantId, EngineException> failed) {
    wanted.forEach(database -> images.latest(database.head())); // compiled once, before the workers
    List<Outcome> outcomes =
        workers.map(tenants, tenant -> write(project, tenant, wanted, filling));
    List<Making> written = new ArrayList<>();
    Set<Path> folders = new LinkedHashSet<>();
    for (int i = 0; i < tenants.size(); i++) {
      switch (outcomes.get(i)) {
        case Failed(EngineException reason) -> failed.put(tenants.get(i).name(), reason);
        case Written(List<Path> touched) -> {
          written.add(tenants.get(i));
          folders.addAll(touched);
        }
      }
    }
    workers.map(List.copyOf(folders), files::syncFolder);
    return written;
  }

  private sealed interface Outcome {}

  private record Written(List<Path> folders) implements Outcome {}

  private record Failed(EngineException reason) implements Outcome {}

  private Outcome write(
      ProjectId project, Making tenant, List<WantedDatabase> wanted, Filling filling) {
    try {
      List<Path> paths = new ArrayList<>(wanted.size());
      for (WantedDatabase database : wanted) {
        Path file = files.of(database.place(project, tenant.name()));
        files.write(file, images.latest(database.head()));
        filling.fill(tenant.name(), file);
        paths.add(file);
      }
      return new Written(TenantFiles.folders(paths));
    } catch (EngineException e) {
      return new Failed(e);
    }
  }

  /** Makes the tenants visible; returns the newer versions instead when there are any. */
  private Optional<List<WantedDatabase>> settle(
      ProjectId project, List<Making> tenants, List<WantedDatabase> wanted, Filling filling) {
    return catalog.write(
        handle -> {
          boolean newest =
              wanted.stream()
                  .allMatch(
                      database ->
                          ProvisioningRepository.latestMinor(handle, database.head())
                              == database.head().latestMinor());
          if (newest) {
            ProvisioningRepository.settle(handle, tenants, wanted, clock.instant());
            filling.settled(handle, tenants.stream().map(Making::name).toList());
            return Optional.empty();
          }
          return Optional.of(
              wanted.stream()
                  .map(
                      database ->
                          new WantedDatabase(
                              database.request(),
                              BlueprintHeads.get(handle, project, database.head().name())))
                  .toList());
        });
  }

  /** Takes back what is not visible; asks the catalog, so that nothing settled can go. */
  private void withdraw(List<Making> tenants, List<WantedDatabase> wanted) {
    if (!tenants.isEmpty()) {
      withdrawal.of(catalog.read(handle -> ProvisioningRepository.unmade(handle, tenants, wanted)));
    }
  }
}
