package io.tenantry.app.screens.tenants;

import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.Optional;

/**
 * Moves a tenant's database to another host, and waits until it is there.
 *
 * @param blueprint which of the tenant's databases
 * @param home where it is to live
 */
record TenantMove(WorkspaceName blueprint, TenantHome home) implements TenantVerb {
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(20);
  private static final Duration LONGEST_LOOK = Duration.ofMillis(320);

  @Override
  public String key() {
    return "tenants.move";
  }

  @Override
  public Optional<TenantVerb> undo() {
    return Optional.empty();
  }

  @Override
  public TenantOutcome run(Tenants tenants, TenantId id, boolean suspended) {
    if (isThere(tenants.get(id))) {
      return new TenantOutcome(id, TenantOutcome.State.SKIPPED, Text.of("tenants.move.there"));
    }
    tenants.changeIsolation(id, home.move(blueprint));
    IsolationChange ended = ended(tenants, id);
    return ended.state() == IsolationChange.State.COMPLETED
        ? TenantOutcome.done(id)
        : new TenantOutcome(id, TenantOutcome.State.FAILED, ended.error().orElse(""));
  }

  private boolean isThere(Tenant tenant) {
    return tenant.databases().stream()
        .filter(database -> database.blueprint().equals(blueprint))
        .allMatch(home::holds);
  }

  private IsolationChange ended(Tenants tenants, TenantId id) {
    Duration look = SHORTEST_LOOK;
    IsolationChange newest = newest(tenants, id);
    while (newest.state() == IsolationChange.State.RUNNING) {
      pause(look);
      look = look.compareTo(LONGEST_LOOK) < 0 ? look.multipliedBy(2) : look;
      newest = newest(tenants, id);
    }
    return newest;
  }

  private IsolationChange newest(Tenants tenants, TenantId id) {
    return tenants.isolationChanges(id).stream()
        .filter(move -> move.blueprint().equals(blueprint))
        .findFirst()
        .orElseThrow();
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the console closes", e);
    }
  }
}
