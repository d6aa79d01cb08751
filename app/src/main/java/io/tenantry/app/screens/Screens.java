package io.tenantry.app.screens;

import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
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
import io.tenantry.app.screens.jobs.JobsView;
import io.tenantry.app.screens.jobs.JobsViewModel;
import io.tenantry.app.screens.logs.ChartsViewModel;
import io.tenantry.app.screens.logs.LogTools;
import io.tenantry.app.screens.logs.LogViewModel;
import io.tenantry.app.screens.logs.LogsView;
import io.tenantry.app.screens.logs.PatternView;
import io.tenantry.app.screens.logs.PatternViewModel;
import io.tenantry.app.screens.overview.OverviewView;
import io.tenantry.app.screens.overview.OverviewViewModel;
import io.tenantry.app.screens.query.OpenTabs;
import io.tenantry.app.screens.query.QueryView;
import io.tenantry.app.screens.query.QueryViewModel;
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
  private final Map<ScreenRoute, Supplier<Screen>> builders = new EnumMap<>(ScreenRoute.class);

  /**
   * Creates them for an open connection.
   *
   * @param regions where the engine can put dedicated tenants
   */
  public Screens(Project project, List<Region> regions, ScreenTools tools) {
    // One line per route, in the order of Route.
    builders.put(ScreenRoute.OVERVIEW, () -> overview(project, tools));
    builders.put(ScreenRoute.WORKSPACES, () -> workspaces(project, tools));
    builders.put(ScreenRoute.WORKSPACE, () -> workspace(project, tools));
    builders.put(ScreenRoute.DIFF, () -> diff(project, tools));
    builders.put(ScreenRoute.BLUEPRINTS, () -> blueprints(project, tools));
    builders.put(ScreenRoute.BLUEPRINT, () -> blueprint(project, tools));
    builders.put(ScreenRoute.DEPLOYMENTS, () -> deployments(project, tools));
    builders.put(ScreenRoute.DEPLOYMENT, () -> deployment(project, tools));
    builders.put(ScreenRoute.TENANTS, () -> TenantScreens.list(project, regions, tools));
    builders.put(ScreenRoute.TENANT, () -> TenantScreens.page(project, regions, tools));
    builders.put(ScreenRoute.QUERY, () -> query(project, tools));
    builders.put(ScreenRoute.LOGS, () -> logs(project, tools));
    builders.put(ScreenRoute.PATTERN, () -> pattern(project, tools));
    builders.put(ScreenRoute.BACKUPS, () -> BackupScreens.fleet(project, tools));
    builders.put(ScreenRoute.BACKUP, () -> BackupScreens.tenant(project, tools));
    builders.put(ScreenRoute.JOBS, () -> jobs(project, tools));
  }

  @Override
  public boolean offers(ScreenRoute route) {
    return builders.containsKey(route);
  }

  @Override
  public Screen create(ScreenRoute route) {
    Supplier<Screen> builder = builders.get(route);
    if (builder == null) {
      throw new IllegalArgumentException("no screen for " + route);
    }
    return builder.get();
  }

  private static Screen overview(Project project, ScreenTools tools) {
    return new OverviewView(
        new OverviewViewModel(project, tools.tasks(), tools.errors()),
        tools.tasks(),
        tools.navigator(),
        ZoneId.systemDefault());
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

  static NewDeploymentSheet newDeployment(Project project, ScreenTools tools) {
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

  private static Screen jobs(Project project, ScreenTools tools) {
    return new JobsView(
        new JobsViewModel(project, tools.work(), tools.tasks(), tools.navigator(), tools.errors()),
        tools.guard(),
        tools.navigator(),
        tools.memory());
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
