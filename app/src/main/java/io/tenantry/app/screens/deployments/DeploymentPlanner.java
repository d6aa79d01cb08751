package io.tenantry.app.screens.deployments;

import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionComparison;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works out what a deployment would do, from the engine as it is now. Worker thread. */
public final class DeploymentPlanner {
  private static final int FEW = 100;
  private static final int PAGE = 1000;

  private final Workspaces workspaces;
  private final Blueprints blueprints;
  private final Deployments deployments;
  private final Tenants tenants;

  public DeploymentPlanner(
      Workspaces workspaces, Blueprints blueprints, Deployments deployments, Tenants tenants) {
    this.workspaces = workspaces;
    this.blueprints = blueprints;
    this.deployments = deployments;
    this.tenants = tenants;
  }

  /**
   * What is to be deployed.
   *
   * @param version empty for the newest
   * @param tenants empty for all of the blueprint
   */
  record Wanted(WorkspaceName blueprint, Optional<Version> version, List<TenantId> tenants) {
    Wanted {
      tenants = List.copyOf(tenants);
    }
  }

  /** Returns the blueprints by name. */
  List<WorkspaceName> blueprints() {
    return WorkspaceSummary.blueprints(workspaces.list());
  }

  /**
   * Returns the plan.
   *
   * @throws EngineException NOT_FOUND for a blueprint, version or tenant that does not exist;
   *     BAD_REQUEST for a tenant without the blueprint
   */
  DeploymentPlan plan(Wanted wanted) {
    BlueprintVersions known = blueprints.versions(wanted.blueprint());
    Version target = wanted.version().orElse(known.latest());
    Map<Version, Long> onVersions =
        wanted.tenants().isEmpty() ? onVersions(known) : onVersions(wanted);
    DeploymentPlan.Standings standings = DeploymentPlan.Standings.NONE;
    for (Map.Entry<Version, Long> each : onVersions.entrySet()) {
      standings = standings.with(each.getKey(), each.getValue(), target);
    }
    Optional<VersionComparison> way =
        onVersions.keySet().stream()
            .min(Comparator.naturalOrder())
            .filter(oldest -> oldest.compareTo(target) < 0)
            .map(
                oldest ->
                    blueprints.compare(wanted.blueprint(), new CompareVersions(oldest, target)));
    return new DeploymentPlan(
        wanted.blueprint(),
        target,
        known.versions().stream().map(BlueprintVersions.Summary::version).toList(),
        !wanted.tenants().isEmpty(),
        standings,
        way.map(VersionComparison::steps).orElse(List.of()).stream()
            .flatMap(step -> step.statements().stream())
            .toList(),
        way.map(VersionComparison::losses).orElse(List.of()),
        way.map(VersionComparison::warnings).orElse(List.of()).stream()
            .filter(warning -> warning.code() != ChangeWarning.Code.LOSES_DATA)
            .toList(),
        workspaces.diff(wanted.blueprint()).settingsPending(),
        running(wanted.blueprint()));
  }

  private Optional<DeploymentId> running(WorkspaceName blueprint) {
    return deployments.list().stream()
        .filter(each -> each.blueprintId().equals(blueprint) && !each.status().ended())
        .filter(each -> !each.detail().dryRun())
        .map(Deployment::jobId)
        .findFirst();
  }

  private static Map<Version, Long> onVersions(BlueprintVersions known) {
    return known.versions().stream()
        .filter(summary -> summary.deployedToCount() > 0)
        .collect(
            Collectors.toMap(
                BlueprintVersions.Summary::version, BlueprintVersions.Summary::deployedToCount));
  }

  private Map<Version, Long> onVersions(Wanted wanted) {
    Map<Version, Long> found = new TreeMap<>();
    List<Tenant> named =
        wanted.tenants().size() <= FEW
            ? wanted.tenants().stream().map(tenants::get).toList()
            : listed(wanted);
    named.forEach(
        tenant -> found.merge(database(tenant, wanted.blueprint()).version(), 1L, Long::sum));
    return found;
  }

  /** Many are found faster by going through the list once. */
  private List<Tenant> listed(Wanted wanted) {
    Set<TenantId> missing = new LinkedHashSet<>(wanted.tenants());
    List<Tenant> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Tenant> page =
          tenants.list(
              TenantFilter.of(wanted.blueprint()), new PageRequest(Optional.of(PAGE), cursor));
      page.items().stream().filter(tenant -> missing.remove(tenant.tenantId())).forEach(found::add);
      cursor = page.nextCursor();
    } while (cursor.isPresent() && !missing.isEmpty());
    missing.stream().map(tenants::get).forEach(found::add); // or says why not
    return found;
  }

  private static TenantDatabase database(Tenant tenant, WorkspaceName blueprint) {
    return tenant.databases().stream()
        .filter(database -> database.blueprint().equals(blueprint))
        .findFirst()
        .orElseThrow(
            () ->
                EngineException.badField(
                    "tenant_ids",
                    "Tenant '%s' does not have blueprint '%s'"
                        .formatted(tenant.tenantId(), blueprint)));
  }
}
