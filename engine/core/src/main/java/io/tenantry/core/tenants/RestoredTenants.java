package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.hosts.TenantPlace;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Makes tenants whose one database comes from somewhere else than the image of a version. Any
 * thread.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>One transaction announces the tenant with status provisioning. Crash: the next opening
 *       removes it ({@link TenantRecovery}).
 *   <li>The file is written under its name by whoever has the content. Crash: as above; the opening
 *       deletes the file that the row names, as much as there is of it.
 *   <li>One transaction sets the tenant ready on the version that its file says it has. Crash after
 *       it: all done.
 * </ol>
 */
public final class RestoredTenants {
  private final TenantEngine engine;
  private final Withdrawal withdrawal;

  /** Makes tenants of an engine. */
  public RestoredTenants(TenantEngine engine, TenantFiles files) {
    this.engine = engine;
    this.withdrawal = new Withdrawal(engine.catalog(), files);
  }

  /**
   * What was written.
   *
   * @param minor the version that the file says it has
   * @param fingerprint its schema
   */
  public record Content(int minor, String fingerprint) {}

  /**
   * Makes a tenant on the shared host; all or nothing.
   *
   * @param writer writes the file of the place, durably
   * @throws io.tenantry.contract.error.EngineException CONFLICT when the id is taken (the
   *     documented texts), FORBIDDEN when the tier does not allow more, NOT_FOUND for the
   *     blueprint; or what the writer throws
   */
  public Tenant create(
      Caller caller, TenantId id, WorkspaceName blueprint, Function<TenantPlace, Content> writer) {
    caller.requireWorkspace(blueprint);
    Announced announced = engine.catalog().write(handle -> announce(handle, caller, id, blueprint));
    boolean done = false;
    try {
      Content content = writer.apply(announced.wanted().place(caller.projectId(), id));
      settle(announced, content);
      done = true;
    } finally {
      if (!done) {
        withdraw(announced);
      }
    }
    return new TenantService(engine, caller).get(id);
  }

  private record Announced(Making tenant, WantedDatabase wanted) {}

  private Announced announce(Handle handle, Caller caller, TenantId id, WorkspaceName blueprint) {
    ProjectId project = caller.projectId();
    TenantRepository.find(handle, project, id)
        .ifPresent(
            taken -> {
              throw taken.status() == TenantStatus.DELETED
                  ? Refusals.inTrash(id)
                  : Refusals.exists(id);
            });
    caller.tier().requireTenants(TenantRepository.count(handle, project) + 1);
    WantedDatabase wanted =
        new WantedDatabase(
            TenantDatabaseRequest.shared(blueprint),
            BlueprintHeads.get(handle, project, blueprint));
    List<Making> making =
        ProvisioningRepository.insert(
            handle,
            project,
            List.of(NewTenant.of(engine.secrets(), project, id)),
            engine.clock().instant());
    ProvisioningRepository.announce(handle, making, wanted, engine.clock().instant());
    return new Announced(making.getFirst(), wanted);
  }

  private void settle(Announced announced, Content content) {
    BlueprintHead head = announced.wanted().head();
    BlueprintHead found =
        new BlueprintHead(
            head.id(),
            head.name(),
            head.type(),
            content.minor(),
            content.fingerprint(),
            head.wanted(),
            head.deployed());
    WantedDatabase made = new WantedDatabase(announced.wanted().request(), found);
    engine
        .catalog()
        .execute(
            handle ->
                ProvisioningRepository.settle(
                    handle, List.of(announced.tenant()), List.of(made), engine.clock().instant()));
  }

  private void withdraw(Announced announced) {
    withdrawal.of(
        engine
            .catalog()
            .read(
                handle ->
                    ProvisioningRepository.unmade(
                        handle, List.of(announced.tenant()), List.of(announced.wanted()))));
  }
}
