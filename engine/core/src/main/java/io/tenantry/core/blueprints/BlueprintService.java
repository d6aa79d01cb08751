package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Blueprint;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionComparison;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Blueprints as one caller sees them. Any thread. */
public final class BlueprintService implements Blueprints {
  private final Caller caller;
  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final VersionPaths paths;
  private final Lanes lanes;

  /** Serves one caller. */
  public BlueprintService(
      Catalog catalog, VersionSchemas schemas, VersionPaths paths, Lanes lanes, Caller caller) {
    this.caller = caller;
    this.catalog = catalog;
    this.schemas = schemas;
    this.paths = paths;
    this.lanes = lanes;
  }

  @Override
  public List<BlueprintSummary> list() {
    caller.requireRead();
    return lanes.call(
        Lane.FAST,
        () ->
            catalog.read(
                handle ->
                    BlueprintRepository.list(handle, caller.projectId()).stream()
                        .filter(row -> caller.canReach(row.name()))
                        .map(row -> summary(handle, row))
                        .toList()));
  }

  private BlueprintSummary summary(Handle handle, BlueprintRow row) {
    List<TenantId> tenants = BlueprintRepository.tenants(handle, row.id());
    return new BlueprintSummary(
        row.id(),
        row.name(),
        row.latest(),
        row.name(),
        row.type(),
        caller.projectId(),
        row.createdAt(),
        tenants,
        sql(BlueprintHeads.statements(handle, row.id(), 0, row.latestMinor())),
        tenants.size());
  }

  @Override
  public Blueprint get(WorkspaceName name) {
    return reading(
        name,
        () -> {
          BlueprintRow row = catalog.read(handle -> row(handle, name));
          List<String> schema = schemas.of(row.id(), row.latestMinor()).statements();
          return catalog.read(handle -> blueprint(handle, row, schema));
        });
  }

  private static List<String> sql(List<BoundStatement> statements) {
    return statements.stream().map(BoundStatement::sql).toList();
  }

  private static Blueprint blueprint(Handle handle, BlueprintRow row, List<String> schema) {
    int statements = BlueprintHeads.statements(handle, row.id(), 0, row.latestMinor()).size();
    return new Blueprint(
        row.name(),
        row.latest(),
        row.everDeployed() ? "deployed" : "draft",
        row.type(),
        row.name(),
        row.routingField(),
        row.createdAt(),
        schema,
        row.settings(),
        new Blueprint.DeploymentStatus(
            row.everDeployed(),
            statements,
            BlueprintRepository.tenantCount(handle, row.id()),
            statements > 0));
  }

  @Override
  public BlueprintVersions versions(WorkspaceName name) {
    return reading(
        name,
        () ->
            catalog.read(
                handle -> {
                  BlueprintRow row =
                      BlueprintRepository.find(handle, caller.projectId(), name)
                          .orElseThrow(() -> noVersions(name));
                  List<BlueprintVersions.Summary> shown =
                      BlueprintRepository.versions(handle, row.id()).stream()
                          .filter(version -> isShown(version, row))
                          .map(VersionRow::toSummary)
                          .toList();
                  return new BlueprintVersions(name, row.latest(), shown.size(), shown);
                }));
  }

  /** The empty version is of interest only while nothing followed or somebody still has it. */
  private static boolean isShown(VersionRow version, BlueprintRow blueprint) {
    return version.minor() > 0 || blueprint.latestMinor() == 0 || version.tenants() > 0;
  }

  @Override
  public BlueprintVersion version(WorkspaceName name, Version version) {
    return reading(
        name,
        () -> {
          BlueprintRow blueprint = catalog.read(handle -> row(handle, name));
          VersionRow row = version(blueprint, version);
          List<String> schema = schemas.of(blueprint.id(), row.minor()).statements();
          return catalog.read(handle -> details(handle, blueprint, row, schema));
        });
  }

  private VersionRow version(BlueprintRow blueprint, Version version) {
    return catalog.read(handle -> BlueprintRepository.versions(handle, blueprint.id())).stream()
        .filter(candidate -> candidate.version().equals(version))
        .findFirst()
        .orElseThrow(() -> EngineException.notFound("Version not found: " + version));
  }

  @Override
  public VersionComparison compare(WorkspaceName name, CompareVersions request) {
    return reading(
        name,
        () -> {
          BlueprintRow blueprint = catalog.read(handle -> row(handle, name));
          int from = version(blueprint, request.fromVersion()).minor();
          int to = version(blueprint, request.toVersion()).minor();
          VersionPath path =
              request.hints().isEmpty()
                  ? paths.between(blueprint.id(), from, to)
                  : paths.byDiffer(blueprint.id(), from, to, request.hints());
          return new VersionComparison(
              name,
              request.fromVersion(),
              request.toVersion(),
              path.byDiffer(),
              path.steps(),
              paths.warnings(blueprint.id(), path));
        });
  }

  private static BlueprintVersion details(
      Handle handle, BlueprintRow blueprint, VersionRow row, List<String> schema) {
    return new BlueprintVersion(
        blueprint.name(),
        row.version(),
        row.createdAt(),
        row.author(),
        row.fingerprint(),
        BlueprintRepository.ownStatements(handle, blueprint.id(), row.minor()),
        sql(BlueprintHeads.statements(handle, blueprint.id(), 0, row.minor())),
        schema,
        row.tenants());
  }

  private <T> T reading(WorkspaceName name, Supplier<T> work) {
    caller.requireRead();
    caller.requireWorkspace(name);
    return lanes.call(Lane.FAST, work);
  }

  private BlueprintRow row(Handle handle, WorkspaceName name) {
    return BlueprintRepository.find(handle, caller.projectId(), name)
        .orElseThrow(() -> EngineException.notFound("Blueprint not found: " + name));
  }

  private static EngineException noVersions(WorkspaceName name) {
    return EngineException.notFound("No versions found for blueprint: " + name);
  }
}
