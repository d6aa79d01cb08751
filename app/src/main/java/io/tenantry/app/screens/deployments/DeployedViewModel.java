package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;

/** The deployments that were to reach one tenant, and what became of them. UI thread. */
public final class DeployedViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Map<String, Comparator<TenantDeployment>> ORDERS =
      Map.of(
          "version", Comparator.comparing(TenantDeployment::version),
          "state", Comparator.comparing(TenantDeployment::status),
          "started", Comparator.comparing(TenantDeployment::startedAt));

  private final LoadedList<TenantDeployment> list;
  private final ListSummary summary;
  private TenantId tenant = new TenantId("none");

  /** Creates it with what it uses. */
  public DeployedViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    list =
        new LoadedList<>(
            () -> deployments.ofTenant(tenant, PageRequest.all()).items(),
            row -> row.jobId().value(),
            DeployedColumns::searched,
            ORDERS,
            tasks,
            errors);
    list.follow(
        seen ->
            seen.stream().anyMatch(row -> row.status() == DeploymentTenant.State.PENDING)
                ? AT_WORK
                : CALM);
    summary = ListSummary.of(list, "deployed", DeployedViewModel::summarise);
  }

  /** The deployments as they are shown. */
  LoadedList<TenantDeployment> list() {
    return list;
  }

  /** One line about all of them. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  private static String summarise(List<TenantDeployment> all) {
    long failed = all.stream().filter(row -> row.status() == DeploymentTenant.State.FAILED).count();
    return Text.of(
        "deployed.summary", Figures.count(all.size(), "deployment", "deployments"), failed);
  }

  /** Turns to a tenant; nothing is read yet. */
  void of(TenantId wanted) {
    tenant = wanted;
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    list.leave();
    summary.leave();
  }
}
