package io.tenantry.app.shell.palette;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the palette finds in the open project. Asking blocks; any thread. */
final class EngineThings {
  private static final int MOST_TENANTS = 8;
  private static final int MOST_DEPLOYMENTS = 50;

  /** Tables and versions are looked up in so many workspaces, the first ones. */
  private static final int MOST_WORKSPACES = 25;

  private final Navigator navigator;

  EngineThings(Navigator navigator) {
    this.navigator = navigator;
  }

  /** Returns workspaces, blueprints and the newest deployments. */
  List<PaletteEntry> names(Project project) {
    List<PaletteEntry> found = new ArrayList<>();
    for (WorkspaceSummary workspace : project.workspaces().list()) {
      found.add(workspace(workspace.name()));
      if (workspace.mode() == WorkspaceMode.TENANT) {
        addBlueprint(found, workspace.name());
      }
    }
    project
        .deployments()
        .list(DeploymentFilter.none(), PageRequest.first(MOST_DEPLOYMENTS))
        .items()
        .forEach(each -> found.add(deployment(each)));
    return found;
  }

  /** Returns the tables of workspaces, and the versions of blueprints. */
  List<PaletteEntry> parts(Project project) {
    List<PaletteEntry> found = new ArrayList<>();
    project.workspaces().list().stream()
        .limit(MOST_WORKSPACES)
        .forEach(
            workspace -> {
              addTables(found, project, workspace.name());
              if (workspace.mode() == WorkspaceMode.TENANT) {
                addVersions(found, project.blueprints().versions(workspace.name()));
              }
            });
    return found;
  }

  /** Returns the tenants whose id has a text in it. */
  List<PaletteEntry> tenants(Project project, String text) {
    TenantFilter none = TenantFilter.none();
    TenantFilter filter =
        new TenantFilter(
            false,
            Optional.of(text),
            none.status(),
            none.blueprint(),
            none.version(),
            none.isolationLevel(),
            TenantFilter.Sort.ID);
    return project.tenants().list(filter, PageRequest.first(MOST_TENANTS)).items().stream()
        .map(tenant -> tenant.tenantId().value())
        .map(id -> thing(Icon.TENANTS, id, Text.of("palette.tenant"), ScreenRoute.TENANT, id))
        .toList();
  }

  private PaletteEntry workspace(WorkspaceName name) {
    String words = name.value();
    return thing(
        Icon.WORKSPACES, words, Text.of("palette.workspace"), ScreenRoute.WORKSPACE, words);
  }

  private void addBlueprint(List<PaletteEntry> found, WorkspaceName name) {
    String words = name.value();
    found.add(
        thing(Icon.BLUEPRINTS, words, Text.of("palette.blueprint"), ScreenRoute.BLUEPRINT, words));
    found.add(
        thing(
            Icon.PENDING_CHANGES, Text.of("palette.changes", words), "", ScreenRoute.DIFF, words));
    found.add(
        thing(
            Icon.DEPLOYMENTS,
            Text.of("palette.deploy", words),
            "",
            ScreenRoute.DEPLOYMENTS,
            PlaceSubjects.newDeployment(words)));
  }

  private PaletteEntry deployment(Deployment deployment) {
    return thing(
        Icon.DEPLOYMENTS,
        Text.of("palette.deployment.title", deployment.blueprintId(), deployment.version()),
        Text.of("palette.deployment", deployment.jobId()),
        ScreenRoute.DEPLOYMENT,
        deployment.jobId().value());
  }

  private void addTables(List<PaletteEntry> found, Project project, WorkspaceName name) {
    project
        .workspaces()
        .schema(name)
        .tables()
        .forEach(
            table ->
                found.add(
                    thing(
                        Icon.TABLE,
                        table.name(),
                        Text.of("palette.table", name),
                        ScreenRoute.WORKSPACE,
                        PlaceSubjects.table(name.value(), table.name()))));
  }

  private void addVersions(List<PaletteEntry> found, BlueprintVersions versions) {
    versions
        .versions()
        .forEach(
            version ->
                found.add(
                    thing(
                        Icon.VERSION,
                        Text.of("palette.version.title", versions.blueprint(), version.version()),
                        Text.of("palette.version"),
                        ScreenRoute.BLUEPRINT,
                        PlaceSubjects.version(
                            versions.blueprint().value(), version.version().toString()))));
  }

  private PaletteEntry thing(
      Icon icon, String title, String detail, ScreenRoute route, String subject) {
    Place place = new Place(route, subject);
    return PaletteEntry.thing(icon, title, detail, place, () -> navigator.go(place));
  }
}
