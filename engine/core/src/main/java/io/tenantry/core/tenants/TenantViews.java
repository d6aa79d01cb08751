package io.tenantry.core.tenants;

import io.tenantry.contract.Secret;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts rows together to what callers see of a tenant: only the databases in their scope. */
public final class TenantViews {
  private final TenantFiles files;
  private final Secrets secrets;
  private final PublicAddress address;

  /** Shows files and, while a tenant is ready, its password. */
  public TenantViews(TenantFiles files, Secrets secrets, PublicAddress address) {
    this.files = files;
    this.secrets = secrets;
    this.address = address;
  }

  /** Returns a tenant as lists show it. */
  Tenant listed(Caller caller, TenantRow tenant, List<DatabaseRow> databases) {
    return view(
        tenant,
        status(tenant, databases),
        reachable(caller, databases).map(database -> view(database, Optional.empty())).toList());
  }

  /** Returns a tenant with its connections, as long as it is ready. */
  Tenant connected(Caller caller, TenantRow tenant, List<DatabaseRow> databases) {
    TenantStatus status = status(tenant, databases);
    if (status != TenantStatus.READY) {
      return listed(caller, tenant, databases);
    }
    ProjectId project = caller.projectId();
    Secret password = TenantPassword.open(secrets, tenant.passwordSealed(), project, tenant.name());
    List<DatabaseRow> reached = reachable(caller, databases).toList();
    boolean mayHold = caller.canWrite() && reached.size() == databases.size();
    Optional<Secret> shown = mayHold ? Optional.of(password) : Optional.empty();
    return view(
        tenant,
        status,
        reached.stream()
            .map(database -> view(database, Optional.of(connection(database, shown))))
            .toList());
  }

  private static Stream<DatabaseRow> reachable(Caller caller, List<DatabaseRow> databases) {
    Set<WorkspaceName> reached =
        caller
            .reachable(databases.stream().map(DatabaseRow::blueprint).toList())
            .collect(Collectors.toSet());
    return databases.stream().filter(database -> reached.contains(database.blueprint()));
  }

  /** The most restrictive status counts: of the tenant, and of databases in the making. */
  private static TenantStatus status(TenantRow tenant, List<DatabaseRow> databases) {
    boolean isWhole = databases.stream().allMatch(DatabaseRow::isReady);
    return isWhole || tenant.status().compareTo(TenantStatus.PROVISIONING) < 0
        ? tenant.status()
        : TenantStatus.PROVISIONING;
  }

  private static Tenant view(
      TenantRow tenant, TenantStatus status, List<TenantDatabase> databases) {
    return new Tenant(tenant.name(), status, databases, tenant.createdAt())
        .withStatusSince(
            status == tenant.status() ? Optional.of(tenant.since()) : Optional.empty());
  }

  private static TenantDatabase view(DatabaseRow database, Optional<TenantConnection> connection) {
    return new TenantDatabase(
        database.blueprint(),
        database.type(),
        database.isolationLevel(),
        database.region(),
        new Version(1, database.minor()),
        connection);
  }

  private TenantConnection connection(DatabaseRow database, Optional<Secret> password) {
    String name = database.place().database();
    return new TenantConnection(
        name, address.connectionString(name, files.of(database.place())), password);
  }
}
