package io.tenantry.app.screens;

import io.tenantry.app.navigation.Route;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.blueprints.BlueprintView;
import io.tenantry.app.screens.blueprints.BlueprintViewModel;
import io.tenantry.app.screens.blueprints.BlueprintsView;
import io.tenantry.app.screens.blueprints.BlueprintsViewModel;
import io.tenantry.app.screens.deployments.DeploymentPlanner;
import io.tenantry.app.screens.deployments.DeploymentView;
import io.tenantry.app.screens.deployments.DeploymentViewModel;
import io.tenantry.app.screens.deployments.DeploymentsView;
import io.tenantry.app.screens.deployments.DeploymentsViewModel;
import io.tenantry.app.screens.deployments.NewDeploymentSheet;
import io.tenantry.app.screens.deployments.NewDeploymentViewModel;
import io.tenantry.app.screens.deployments.UndoQuestion;
import io.tenantry.app.screens.diff.DiffView;
import io.tenantry.app.screens.diff.DiffViewModel;
import io.tenantry.app.screens.logs.ChartsViewModel;
import io.tenantry.app.screens.logs.LogTools;
import io.tenantry.app.screens.logs.LogViewModel;
import io.tenantry.app.screens.logs.LogsView;
import io.tenantry.app.screens.logs.PatternView;
import io.tenantry.app.screens.logs.PatternViewModel;
import io.tenantry.app.screens.query.OpenTabs;
import io.tenantry.app.screens.query.QueryView;
import io.tenantry.app.screens.query.QueryViewModel;
import io.tenantry.app.screens.tenants.CreateTenantsSheet;
import io.tenantry.app.screens.tenants.CreateTenantsViewModel;
import io.tenantry.app.screens.tenants.TenantChanges;
import io.tenantry.app.screens.tenants.TenantViewModel;
import io.tenantry.app.screens.tenants.TenantsView;
import io.tenantry.app.screens.tenants.TenantsViewModel;
import io.tenantry.app.screens.workspaces.WorkspacesView;
import io.tenantry.app.screens.workspaces.WorkspacesViewModel;
import io.tenantry.app.screens.workspaces.detail.WorkspaceView;
import io.tenantry.app.screens.workspaces.detail.WorkspaceViewModel;
import io.tenantry.contract.Project;
import io.tenantry.contract.info.Region;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The one place that knows which screen belongs to which route; takes project and tools apart, so
 * that each screen gets only what it uses. Built anew for each connection.
 */
public final class Screens implements ScreenFactory {
  private final Map<Route, Supplier<Screen>> builders = new EnumMap<>(Route.class);

  /**
   * Creates them for an open connection.
   *
   * @param regions where the engine can put dedicated tenants
   */
  public Screens(Project project, List<Region> regions, ScreenTools tools) {
    // One line per route, in the order of Route.
    builders.put(Route.WORKSPACES, () -> workspaces(project, tools));
    builders.put(Route.WORKSPACE, () -> workspace(project, tools));
    builders.put(Route.DIFF, () -> diff(project, tools));
    builders.put(Route.BLUEPRINTS, () -> blueprints(project, tools));
    builders.put(Route.BLUEPRINT, () -> blueprint(project, tools));
    builders.put(Route.DEPLOYMENTS, () -> deployments(project, tools));
    builders.put(Route.DEPLOYMENT, () -> deployment(project, tools));
    builders.put(Route.TENANTS, () -> tenants(project, regions, tools));
    builders.put(Route.QUERY, () -> query(project, tools));
    builders.put(Route.LOGS, () -> logs(project, tools));
    builders.put(Route.PATTERN, () -> pattern(project, tools));
    builders.put(Route.BACKUPS, () -> BackupScreens.fleet(project, tools));
    builders.put(Route.BACKUP, () -> BackupScreens.tenant(project, tools));
  }

  @Override
  public boolean offers(Route route) {
    return builders.containsKey(route);
  }

  @Override
  public Screen create(Route route) {
    Supplier<Screen> builder = builders.get(route);
    if (builder == null) {
      throw new IllegalArgumentException("no screen for " + route);
    }
    return builder.get();
  }

  private static Screen workspaces(Project project, ScreenTools tools) {
    return new WorkspacesView(
        new WorkspacesViewModel(
            project.workspaces(),
            tools.tasks(),
            tools.navigator(),
            tools.errors(),
            tools.memory().texts()),
        tools.dialogs(),
        tools.files(),
        tools.guard(),
        tools.memory());
  }

  private static Screen workspace(Project project, ScreenTools tools) {
    return new WorkspaceView(
        new WorkspaceViewModel(
            project.workspaces(),
            project.blueprints(),
            tools.tasks(),
            tools.navigator(),
            tools.errors(),
            tools.memory().texts(),
            tools.work()),
        tools.dialogs(),
        tools.guard(),
        tools.memory());
  }

  private static Screen diff(Project project, ScreenTools tools) {
    return new DiffView(
        new DiffViewModel(
            project.workspaces(),
            project.blueprints(),
            tools.tasks(),
            tools.navigator(),
            tools.errors(),
            tools.errors().notices()),
        tools.guard(),
        tools.memory());
  }

  private static Screen blueprints(Project project, ScreenTools tools) {
    return new BlueprintsView(
        new BlueprintsViewModel(
            project.blueprints(), tools.tasks(), tools.navigator(), tools.errors()),
        tools.memory());
  }

  private static Screen blueprint(Project project, ScreenTools tools) {
    return new BlueprintView(
        new BlueprintViewModel(
            project.blueprints(),
            project.deployments(),
            tools.tasks(),
            tools.navigator(),
            tools.errors(),
            tools.errors().notices()),
        tools.files(),
        tools.memory());
  }

  private static Screen deployments(Project project, ScreenTools tools) {
    return new DeploymentsView(
        new DeploymentsViewModel(project.deployments(), tools.tasks(), tools.errors()),
        () -> newDeployment(project, tools),
        tools.navigator(),
        tools.memory());
  }

  private static NewDeploymentSheet newDeployment(Project project, ScreenTools tools) {
    return new NewDeploymentSheet(
        new NewDeploymentViewModel(
            new DeploymentPlanner(
                project.workspaces(),
                project.blueprints(),
                project.deployments(),
                project.tenants()),
            project.deployments(),
            tools.memory().texts(),
            tools.tasks()),
        tools.dialogs(),
        tools.guard(),
        tools.errors());
  }

  private static Screen deployment(Project project, ScreenTools tools) {
    return new DeploymentView(
        new DeploymentViewModel(project.deployments(), tools.tasks(), tools.errors()),
        new UndoQuestion(
            project.deployments(),
            project.blueprints(),
            project.queries(),
            tools.tasks(),
            tools.dialogs(),
            tools.guard(),
            tools.errors()),
        tools.navigator(),
        tools.guard(),
        tools.tasks());
  }

  private static Screen tenants(Project project, List<Region> regions, ScreenTools tools) {
    TenantsViewModel model =
        new TenantsViewModel(
            project.tenants(), project.workspaces(), tools.tasks(), tools.errors());
    return new TenantsView(
        model,
        new TenantViewModel(
            project.tenants(), project.deployments(), tools.tasks(), tools.errors()),
        () -> createTenants(project, regions, tools),
        new TenantChanges(model, tools.guard(), tools.dialogs(), tools.errors().notices()),
        tools.navigator(),
        tools.memory());
  }

  private static CreateTenantsSheet createTenants(
      Project project, List<Region> regions, ScreenTools tools) {
    return new CreateTenantsSheet(
        new CreateTenantsViewModel(
            project.tenants(),
            project.workspaces(),
            regions,
            tools.memory().texts(),
            tools.tasks()),
        tools.dialogs(),
        tools.guard(),
        tools.files(),
        tools.tasks(),
        tools.errors().notices());
  }

  private static Screen query(Project project, ScreenTools tools) {
    return new QueryView(
        new QueryViewModel(
            project,
            tools.tasks(),
            tools.errors(),
            new OpenTabs(tools.memory()),
            tools.navigator(),
            tools.work()),
        tools.guard(),
        tools.files(),
        tools.tasks(),
        tools.errors(),
        tools.memory(),
        tools.connection());
  }

  private static Screen logs(Project project, ScreenTools tools) {
    ZoneId zone = ZoneId.systemDefault();
    return new LogsView(
        new LogViewModel(project.projectLogs(), tools.tasks(), tools.errors(), zone),
        new ChartsViewModel(
            project.projectLogs(), project.deployments(), tools.tasks(), tools.errors()),
        new LogTools(
            project.projectLogs(),
            tools.tasks(),
            tools.errors(),
            tools.navigator(),
            tools.memory()),
        tools.files());
  }

  private static Screen pattern(Project project, ScreenTools tools) {
    return new PatternView(
        new PatternViewModel(
            project.projectLogs(), project.queries(), tools.tasks(), tools.errors()),
        tools.tasks(),
        tools.navigator(),
        ZoneId.systemDefault());
  }
}
