package io.tenantry.app.screens;

import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import io.tenantry.app.page.ScreenTabs;
import io.tenantry.app.screens.deployments.DeployedView;
import io.tenantry.app.screens.deployments.DeployedViewModel;
import io.tenantry.app.screens.drift.DriftDeeds;
import io.tenantry.app.screens.drift.DriftView;
import io.tenantry.app.screens.drift.DriftViewModel;
import io.tenantry.app.screens.logs.LogTools;
import io.tenantry.app.screens.logs.LogViewModel;
import io.tenantry.app.screens.logs.TenantQueriesView;
import io.tenantry.app.screens.tenants.ChosenTenants;
import io.tenantry.app.screens.tenants.CreateTenantsSheet;
import io.tenantry.app.screens.tenants.CreateTenantsViewModel;
import io.tenantry.app.screens.tenants.MoveTenantsSheet;
import io.tenantry.app.screens.tenants.PasswordRotation;
import io.tenantry.app.screens.tenants.SegmentBar;
import io.tenantry.app.screens.tenants.TenantChanges;
import io.tenantry.app.screens.tenants.TenantData;
import io.tenantry.app.screens.tenants.TenantDataViewModel;
import io.tenantry.app.screens.tenants.TenantDeeds;
import io.tenantry.app.screens.tenants.TenantLifeViewModel;
import io.tenantry.app.screens.tenants.TenantMovesViewModel;
import io.tenantry.app.screens.tenants.TenantOffers;
import io.tenantry.app.screens.tenants.TenantOverview;
import io.tenantry.app.screens.tenants.TenantPageView;
import io.tenantry.app.screens.tenants.TenantPageViewModel;
import io.tenantry.app.screens.tenants.TenantSettings;
import io.tenantry.app.screens.tenants.TenantViewModel;
import io.tenantry.app.screens.tenants.TenantsView;
import io.tenantry.app.screens.tenants.TenantsViewModel;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Puts the list of tenants and the page of one together, with what other features do. */
final class TenantScreens {
  private final Project project;
  private final List<Region> regions;
  private final ScreenTools tools;

  private TenantScreens(Project project, List<Region> regions, ScreenTools tools) {
    this.project = project;
    this.regions = regions;
    this.tools = tools;
  }

  static Screen page(Project project, List<Region> regions, ScreenTools tools) {
    return new TenantScreens(project, regions, tools).page();
  }

  static Screen list(Project project, List<Region> regions, ScreenTools tools) {
    return new TenantScreens(project, regions, tools).list();
  }

  private Screen list() {
    TenantsViewModel model =
        new TenantsViewModel(
            project.tenants(),
            project.samples(),
            project.workspaces(),
            tools.tasks(),
            tools.errors(),
            tools.work(),
            tools.navigator());
    return new TenantsView(
        model,
        new TenantViewModel(
            project.tenants(), project.deployments(), tools.tasks(), tools.errors()),
        this::createTenants,
        new TenantOffers(
            model,
            changes(model.deeds(), tools),
            new Elsewhere(),
            new MoveTenantsSheet(tools.dialogs(), tools.guard(), regions)),
        new SegmentBar(model.segments(tools.memory(), tools.errors().notices()), tools.dialogs()),
        tools.navigator(),
        tools.memory());
  }

  private CreateTenantsSheet createTenants() {
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

  /** What the screens of backups and deployments do with tenants that were chosen in the list. */
  private final class Elsewhere implements ChosenTenants {
    @Override
    public void backUp(List<TenantId> tenants) {
      tools
          .tasks()
          .call("tenants.backUp", () -> project.backupFleet().start(StartBackups.of(tenants)))
          .onSuccess(_ -> tools.navigator().go(ScreenRoute.BACKUPS))
          .start();
    }

    @Override
    public void deploy(Map<WorkspaceName, List<TenantId>> tenants) {
      Screens.newDeployment(project, tools).openFor(tenants, TenantScreens.this::goTo);
    }
  }

  private Screen page() {
    TenantPageViewModel model =
        new TenantPageViewModel(
            project.tenants(),
            project.blueprints(),
            tools.tasks(),
            tools.errors(),
            tools.work(),
            tools.navigator());
    TenantChanges changes = changes(model.deeds(), tools);
    PasswordRotation passwords =
        new PasswordRotation(model, tools.guard(), tools.errors().notices());
    ScreenTabs tabs =
        new ScreenTabs(tools.memory(), "tenant.tab")
            .add("overview", title("overview"), () -> overview(model, passwords))
            .add("data", title("data"), this::data)
            .add("schema", title("schema"), this::schema)
            .add("queries", title("queries"), this::queries)
            .add(
                "backups", title("backups"), () -> BackupScreens.tenant(project, tools).onItsPage())
            .add("deployments", title("deployments"), this::deployments)
            .add("settings", title("settings"), () -> settings(model, changes, passwords));
    return new TenantPageView(
        model,
        changes,
        (blueprint, tenant) ->
            Screens.newDeployment(project, tools).openFor(blueprint, tenant, this::goTo),
        tabs,
        tools.navigator());
  }

  private void goTo(Deployment started) {
    tools.navigator().go(ScreenRoute.DEPLOYMENT, started.jobId().value());
  }

  private static TenantChanges changes(TenantDeeds deeds, ScreenTools tools) {
    return new TenantChanges(
        deeds, tools.guard(), tools.dialogs(), tools.errors().notices(), tools.outcomes());
  }

  private static String title(String tab) {
    return Text.of("tenant.tab." + tab);
  }

  private Screen overview(TenantPageViewModel model, PasswordRotation passwords) {
    return new TenantOverview(
        model,
        new TenantLifeViewModel(project, tools.tasks(), tools.errors()),
        passwords,
        tools.navigator());
  }

  private Screen data() {
    return new TenantData(
        new TenantDataViewModel(
            project.tenants(), project.queries(), tools.tasks(), tools.errors()),
        tools.navigator(),
        tools.memory());
  }

  private Screen schema() {
    DriftViewModel model = new DriftViewModel(project, tools.tasks(), tools.errors());
    return new DriftView(
        model, new DriftDeeds(model, tools.guard(), tools.errors().notices()), tools.memory());
  }

  private Screen queries() {
    return new TenantQueriesView(
        new LogViewModel(
            project.projectLogs(), tools.tasks(), tools.errors(), ZoneId.systemDefault()),
        new LogTools(
            project.projectLogs(),
            tools.tasks(),
            tools.errors(),
            tools.navigator(),
            tools.memory()));
  }

  private Screen deployments() {
    return new DeployedView(
        new DeployedViewModel(project.deployments(), tools.tasks(), tools.errors()),
        tools.navigator(),
        tools.memory());
  }

  private Screen settings(
      TenantPageViewModel model, TenantChanges changes, PasswordRotation passwords) {
    return new TenantSettings(
        model,
        new TenantMovesViewModel(project.tenants(), tools.tasks(), tools.errors(), model::load),
        changes,
        passwords,
        tools.guard(),
        regions);
  }
}
