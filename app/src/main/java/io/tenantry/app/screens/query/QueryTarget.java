package io.tenantry.app.screens.query;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Where a query runs. */
sealed interface QueryTarget {

  /** Returns whose schema it has: the name of a blueprint or workspace. */
  WorkspaceName schema();

  /** Returns whether it is more than one place, whose answers come one after the other. */
  default boolean reachesMany() {
    return false;
  }

  /** Returns the target in words: {@code all tenants of fintech}. */
  String words();

  /** One tenant's database of a blueprint. */
  record OneTenant(TenantId tenant, WorkspaceName blueprint) implements QueryTarget {
    @Override
    public WorkspaceName schema() {
      return blueprint;
    }

    @Override
    public String words() {
      return tenant.value();
    }
  }

  /** One tenant's database of a blueprint as it was at a moment; only to be read. */
  record PastTenant(TenantId tenant, WorkspaceName blueprint, Instant moment)
      implements QueryTarget {
    @Override
    public WorkspaceName schema() {
      return blueprint;
    }

    @Override
    public String words() {
      return Text.of(
          "query.words.past", tenant.value(), Figures.second(moment, ZoneId.systemDefault()));
    }
  }

  /** Named tenants of a blueprint. */
  record SomeTenants(List<TenantId> tenants, WorkspaceName blueprint) implements QueryTarget {
    public SomeTenants {
      tenants = List.copyOf(tenants);
    }

    @Override
    public WorkspaceName schema() {
      return blueprint;
    }

    @Override
    public boolean reachesMany() {
      return true;
    }

    @Override
    public String words() {
      return Text.of("query.words.some", Figures.count(tenants.size()), blueprint.value());
    }
  }

  /** All tenants of a blueprint. */
  record AllTenants(WorkspaceName blueprint) implements QueryTarget {
    @Override
    public WorkspaceName schema() {
      return blueprint;
    }

    @Override
    public boolean reachesMany() {
      return true;
    }

    @Override
    public String words() {
      return Text.of("query.words.all", blueprint.value());
    }
  }

  /** The database of a workspace. */
  record InWorkspace(WorkspaceName workspace) implements QueryTarget {
    @Override
    public WorkspaceName schema() {
      return workspace;
    }

    @Override
    public String words() {
      return Text.of("query.words.workspace", workspace.value());
    }
  }
}
