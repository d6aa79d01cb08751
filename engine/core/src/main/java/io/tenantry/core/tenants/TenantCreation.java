package io.tenantry.core.tenants;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHeads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Checks what is wanted, announces it, and has it made: for one tenant and for many. */
final class TenantCreation {
  private final TenantEngine engine;
  private final Caller caller;
  private final ProjectId project;

  TenantCreation(TenantEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
    this.project = caller.projectId();
  }

  /** What was announced. */
  record Announced(List<Making> tenants, List<WantedDatabase> wanted) {
    /** Returns whether a host has to be made, for which callers do not wait. */
    boolean isDedicated() {
      return wanted.stream().anyMatch(database -> database.request().isolationLevel() == 2);
    }
  }

  /** Checks and announces a tenant. */
  Announced announce(CreateTenant request) {
    List<TenantDatabaseRequest> databases = checked(request.databases());
    NewTenant tenant = NewTenant.of(engine.secrets(), project, request.tenantId());
    return engine.catalog().write(handle -> announce(handle, tenant, databases));
  }

  /** Makes what was announced. */
  void make(Announced announced) {
    engine.provisioning().make(project, announced.tenants(), announced.wanted()).values().stream()
        .findFirst()
        .ifPresent(
            reason -> {
              throw reason;
            });
  }

  /** Makes what was announced, while the caller goes on. */
  void makeLater(Announced announced) {
    if (!announced.tenants().isEmpty()) {
      engine.provisioning().promised().make(project, announced.tenants(), announced.wanted());
    }
  }

  /**
   * Which ids have a new tenant and why the others do not, in the order of the request.
   *
   * @param created ids of new tenants
   * @param failed the others
   */
  record Outcome(List<String> created, List<CreatedTenants.Refused> failed) {}

  /** The tenants that were announced, and why the others were not, by the ids as given. */
  record AnnouncedMany(Announced announced, Map<String, EngineException> failed) {}

  /** Checks and announces many tenants. */
  AnnouncedMany announce(CreateTenants request) {
    List<TenantDatabaseRequest> databases = checked(request.databases());
    Map<String, EngineException> failed = new HashMap<>();
    List<NewTenant> tenants = new ArrayList<>();
    for (TenantId id : valid(request.tenantIds(), failed)) {
      tenants.add(NewTenant.of(engine.secrets(), project, id));
    }
    return new AnnouncedMany(
        engine.catalog().write(handle -> announce(handle, tenants, databases, failed)), failed);
  }

  /** Makes what was announced; what fails joins the others. */
  void make(AnnouncedMany many) {
    Announced announced = many.announced();
    engine
        .provisioning()
        .make(project, announced.tenants(), announced.wanted())
        .forEach((id, reason) -> many.failed().put(id.value(), reason));
  }

  private static Collection<TenantId> valid(List<String> ids, Map<String, EngineException> failed) {
    Map<String, TenantId> valid = new LinkedHashMap<>();
    for (String text : ids) {
      try {
        valid.put(text, new TenantId(text));
      } catch (EngineException e) {
        failed.put(text, e);
      }
    }
    return valid.values();
  }

  static Outcome outcome(List<String> ids, Map<String, EngineException> failed) {
    Set<String> seen = new HashSet<>();
    List<String> created = new ArrayList<>();
    List<CreatedTenants.Refused> failures = new ArrayList<>();
    for (String id : ids) {
      EngineException reason = failed.get(id);
      if (reason != null) {
        failures.add(failure(id, reason));
      } else if (seen.add(id)) {
        created.add(id);
      } else {
        failures.add(failure(id, Refusals.exists(new TenantId(id))));
      }
    }
    return new Outcome(created, failures);
  }

  private static CreatedTenants.Refused failure(String id, EngineException reason) {
    return new CreatedTenants.Refused(id, PartFailure.of(reason));
  }

  /** Returns the databases with the regions they get. */
  private List<TenantDatabaseRequest> checked(List<TenantDatabaseRequest> databases) {
    List<TenantDatabaseRequest> checked = new ArrayList<>(databases.size());
    for (int i = 0; i < databases.size(); i++) {
      checked.add(checked("databases[" + i + "].", databases.get(i)));
    }
    return checked;
  }

  private TenantDatabaseRequest checked(String at, TenantDatabaseRequest database) {
    caller.requireWorkspace(database.blueprint());
    int level = database.isolationLevel();
    if (level == 2) {
      caller.tier().requireDedicated();
    }
    return new TenantDatabaseRequest(
        database.blueprint(),
        level,
        engine.hosts().zoneFor(level, at + "region", database.region()));
  }

  private List<WantedDatabase> wanted(Handle handle, List<TenantDatabaseRequest> databases) {
    return databases.stream()
        .map(
            database ->
                new WantedDatabase(
                    database, BlueprintHeads.get(handle, project, database.blueprint())))
        .toList();
  }

  private Announced announce(
      Handle handle, NewTenant tenant, List<TenantDatabaseRequest> databases) {
    List<WantedDatabase> wanted = wanted(handle, databases);
    List<Making> making =
        TenantRepository.find(handle, project, tenant.name())
            .map(existing -> List.of(extend(handle, existing, wanted)))
            .orElseGet(() -> insert(handle, List.of(tenant)));
    Instant now = engine.clock().instant(); // one for all: so they are known to belong together
    wanted.forEach(database -> ProvisioningRepository.announce(handle, making, database, now));
    return new Announced(making, wanted);
  }

  private Making extend(Handle handle, TenantRow tenant, List<WantedDatabase> wanted) {
    if (tenant.status() != TenantStatus.READY && tenant.status() != TenantStatus.SUSPENDED) {
      throw Refusals.notQueryable(tenant.name(), tenant.status());
    }
    TenantAccess.whole(handle, caller, tenant.name());
    for (WantedDatabase database : wanted) {
      if (ProvisioningRepository.hasBlueprint(handle, tenant.id(), database.head())) {
        throw EngineException.conflict(
            ConflictKind.EXISTS,
            "Tenant '%s' already has blueprint '%s'"
                .formatted(tenant.name(), database.head().name()));
      }
    }
    return new Making(tenant.id(), tenant.name());
  }

  private List<Making> insert(Handle handle, List<NewTenant> tenants) {
    caller.tier().requireTenants(TenantRepository.count(handle, project) + tenants.size());
    return ProvisioningRepository.insert(handle, project, tenants, engine.clock().instant());
  }

  private Announced announce(
      Handle handle,
      List<NewTenant> tenants,
      List<TenantDatabaseRequest> databases,
      Map<String, EngineException> failed) {
    List<WantedDatabase> wanted = wanted(handle, databases);
    Map<TenantId, TenantStatus> taken =
        ProvisioningRepository.taken(
            handle, project, tenants.stream().map(NewTenant::name).toList());
    taken.forEach((id, status) -> failed.put(id.value(), taken(id, status)));
    List<Making> making =
        insert(
            handle, tenants.stream().filter(tenant -> !taken.containsKey(tenant.name())).toList());
    Instant now = engine.clock().instant(); // one for all: so they are known to belong together
    wanted.forEach(database -> ProvisioningRepository.announce(handle, making, database, now));
    return new Announced(making, wanted);
  }

  private static EngineException taken(TenantId id, TenantStatus status) {
    return status == TenantStatus.DELETED ? Refusals.inTrash(id) : Refusals.exists(id);
  }
}
