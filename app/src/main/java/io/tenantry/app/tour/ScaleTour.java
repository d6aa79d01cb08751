package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The console with very many tenants: how much memory its process takes while it lists them, while
 * it deploys to them, and afterwards. On an empty folder it makes them first; run it again on the
 * same folder for the figures of a console that only lists and deploys.
 */
public final class ScaleTour implements Tour {
  private static final WorkspaceName NOTES = new WorkspaceName("notes");
  private static final int BATCH = 1_000;
  private static final int JUMPS = 60;
  private static final long POLL_MILLIS = 100;

  private final int tenants;
  private final long mostListed;
  private final long mostDeployed;

  /**
   * Prepares it.
   *
   * @param mostListed bytes that the process may take while it lists them
   * @param mostDeployed bytes that it may take during and after a deployment
   */
  public ScaleTour(int tenants, long mostListed, long mostDeployed) {
    this.tenants = tenants;
    this.mostListed = mostListed;
    this.mostDeployed = mostDeployed;
  }

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String title() {
    return "memory with " + Figures.count(tenants, "tenant", "tenants");
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public void run(TourEngine engine, TourWindow window, TourLog log) throws Exception {
    Project project = engine.open(Credential.owner());
    if (project.status().tenants() < tenants) {
      log.step("Tenants");
      log.timed("created", () -> create(project));
    }
    log.step("Listed, and jumped through");
    long listed = list(project, window);
    log.fact("resident: " + Figures.size(listed));
    log.step("Deployment to all of them");
    long deployed = log.timed("deployed", () -> deploy(project, window));
    log.fact("resident at most: " + Figures.size(deployed));
    log.step("Afterwards");
    long after = list(project, window);
    log.fact("resident: " + Figures.size(after));
    MainTour.expect(listed <= mostListed, "it lists them in " + Figures.size(mostListed));
    MainTour.expect(
        Math.max(deployed, after) <= mostDeployed, "it deploys in " + Figures.size(mostDeployed));
  }

  private int create(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(NOTES, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    change(project, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
    for (int from = 1; from <= tenants; from += BATCH) {
      List<String> ids =
          IntStream.range(from, Math.min(from + BATCH, tenants + 1))
              .mapToObj("tenant-%06d"::formatted)
              .toList();
      project
          .tenants()
          .createMany(new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(NOTES))));
    }
    return tenants;
  }

  /** Goes to the list and to many places in it; returns the most that the process took. */
  private static long list(Project project, TourWindow window) throws InterruptedException {
    window.go(Place.of(ScreenRoute.WORKSPACES));
    window.go(Place.of(ScreenRoute.TENANTS));
    long most = resident(project);
    for (int jump = 0; jump < JUMPS; jump++) {
      double position = jump * 37 % JUMPS / (double) JUMPS;
      window.ui(() -> jump(window.scene().getRoot(), position));
      window.settle();
      most = Math.max(most, resident(project));
    }
    return most;
  }

  private static boolean jump(Node root, double position) {
    if (root.lookup(".data-table .virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.setPosition(position);
      return true;
    }
    throw new IllegalStateException("there is no list");
  }

  /** Deploys a change, with the deployment on the screen; returns the most that it took. */
  private static long deploy(Project project, TourWindow window) throws InterruptedException {
    change(project, "ALTER TABLE note ADD COLUMN c" + System.currentTimeMillis() + " TEXT");
    Deployment now = project.deployments().create(new CreateDeployment(NOTES));
    window.go(new Place(ScreenRoute.DEPLOYMENT, now.jobId().value()));
    long most = 0;
    while (!now.status().ended()) {
      Thread.sleep(POLL_MILLIS);
      most = Math.max(most, resident(project));
      now = project.deployments().get(now.jobId());
    }
    MainTour.expect(now.failedTenants() == 0, "no tenant fails: " + now.errors());
    return Math.max(most, resident(project));
  }

  private static void change(Project project, String sql) {
    project.workspaces().query(NOTES, new WorkspaceQuery(sql));
  }

  private static long resident(Project project) {
    return project
        .status()
        .residentMemoryBytes()
        .orElseThrow(() -> new IllegalStateException("this system does not tell"));
  }
}
