package io.tenantry.core.drift;

import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.tenants.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The drift of a project as one caller may see and mend it. Any thread. */
public final class DriftService implements Drift {
  private final DriftEngine engine;
  private final Catalog catalog;
  private final Caller caller;
  private final ProjectId project;

  /** Creates the service for a caller; cheap. */
  public DriftService(DriftEngine engine, Caller caller) {
    this.engine = engine;
    this.catalog = engine.parts().catalog();
    this.caller = caller;
    this.project = caller.projectId();
  }

  @Override
  public DriftCheck check(WorkspaceName blueprint, List<TenantId> tenants) {
    requireAdmin(blueprint);
    Instant now = engine.parts().clock().instant();
    DriftCheckRow started = catalog.write(handle -> start(handle, blueprint, tenants, now));
    engine.start(started);
    return started.check();
  }

  private DriftCheckRow start(
      Handle handle, WorkspaceName blueprint, List<TenantId> tenants, Instant now) {
    BlueprintHead head = BlueprintHeads.get(handle, project, blueprint);
    boolean runs =
        DriftCheckRepository.find(handle, head.id())
            .filter(check -> check.check().status() == DriftCheck.Status.RUNNING)
            .isPresent();
    if (runs) {
      throw EngineException.conflict("A drift check of blueprint '" + blueprint + "' is running");
    }
    engine.targets().named(handle, project, head, tenants);
    DriftCheckRepository.start(handle, head.id(), names(tenants), now);
    return DriftCheckRepository.find(handle, head.id()).orElseThrow();
  }

  private static @Nullable String names(List<TenantId> tenants) {
    return tenants.isEmpty() ? null : Ids.jsonTexts(tenants.stream().map(TenantId::value).toList());
  }

  @Override
  public DriftCheck lastCheck(WorkspaceName blueprint) {
    caller.requireRead();
    caller.requireWorkspace(blueprint);
    return catalog.read(
        handle -> {
          long id = BlueprintHeads.get(handle, project, blueprint).id();
          return DriftCheckRepository.find(handle, id)
              .orElseThrow(
                  () ->
                      EngineException.notFound(
                          "Blueprint '" + blueprint + "' was never checked for drift"))
              .with(DriftCheckRepository.errors(handle, id));
        });
  }

  private record Rows(BlueprintHead blueprint, Page<DriftRow> page) {}

  @Override
  public Page<TenantDrift> list(WorkspaceName blueprint, Set<State> states, PageRequest page) {
    caller.requireRead();
    caller.requireWorkspace(blueprint);
    Rows rows =
        catalog.read(
            handle -> {
              BlueprintHead head = BlueprintHeads.get(handle, project, blueprint);
              return new Rows(head, DriftRepository.list(handle, head.id(), states, page));
            });
    return engine
        .parts()
        .lanes()
        .call(
            Lane.SLOW,
            () ->
                new Page<>(
                    rows.page().items().stream()
                        .map(row -> engine.view(rows.blueprint(), row))
                        .toList(),
                    rows.page().total(),
                    rows.page().nextCursor()));
  }

  @Override
  public TenantDrift accept(TenantId tenant, WorkspaceName blueprint) {
    return mending(
        tenant,
        blueprint,
        drift -> {
          catalog.execute(
              handle ->
                  DriftRepository.setState(
                      handle, drift.blueprint().id(), drift.target().tenantId(), State.ACCEPTED));
          return engine.view(drift.blueprint(), engine.drift(project, tenant, blueprint).drift());
        });
  }

  @Override
  public ForcedBack forceBack(TenantId tenant, ForceBack request) {
    return mending(
        tenant,
        request.blueprint(),
        drift -> engine.mending().forceBack(caller, drift.requireCurrent(), request));
  }

  @Override
  public Adopted adopt(TenantId tenant, AdoptDrift request) {
    return mending(
        tenant,
        request.blueprint(),
        drift -> engine.mending().adopt(caller, drift.requireCurrent(), request));
  }

  private <T> T mending(TenantId tenant, WorkspaceName blueprint, Function<DriftCase, T> work) {
    requireAdmin(blueprint);
    return engine
        .parts()
        .lanes()
        .call(Lane.SLOW, () -> work.apply(engine.drift(project, tenant, blueprint)));
  }

  private void requireAdmin(WorkspaceName blueprint) {
    caller.requireAdmin();
    caller.requireWorkspace(blueprint);
  }
}
