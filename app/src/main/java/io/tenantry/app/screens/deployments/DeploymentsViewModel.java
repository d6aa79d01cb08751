package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.lists.ListQuery;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;

/** The list of deployments; follows running ones while the screen is shown. UI thread. */
public final class DeploymentsViewModel {
  private static final Duration RUNNING = Duration.ofMillis(500);
  private static final Duration CALM = Duration.ofSeconds(5);

  private final Deployments deployments;
  private final PagedList<Deployment> list;
  private final ListSummary summary;

  /** Creates it with what it uses. */
  public DeploymentsViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.deployments = deployments;
    list = new PagedList<>(this::query, row -> row.jobId().value(), tasks, errors);
    list.follow(seen -> seen.stream().anyMatch(DeploymentsViewModel::moves) ? RUNNING : CALM);
    summary = ListSummary.asking(list, "deployments", this::summarise, tasks);
  }

  /** The deployments as they are shown. */
  PagedList<Deployment> list() {
    return list;
  }

  /** One line about all deployments. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  private ListQuery<Deployment> query(String filter, Optional<Order> order) {
    boolean oldestFirst = order.map(each -> !each.descending()).orElse(false);
    return new Query(
        DeploymentFilterTerms.parse(
            filter,
            oldestFirst ? DeploymentFilter.Sort.CREATED : DeploymentFilter.Sort.CREATED_DESC));
  }

  /** A list of the engine. */
  private final class Query implements ListQuery<Deployment> {
    private final DeploymentFilter filter;

    Query(DeploymentFilter filter) {
      this.filter = filter;
    }

    @Override
    public Page<Deployment> page(long offset, int limit) {
      return deployments.list(filter, PageRequest.at(offset, limit));
    }

    /** Nobody knows a deployment by its id. */
    @Override
    public OptionalLong startingWith(String prefix) {
      return OptionalLong.empty();
    }

    @Override
    public OptionalLong position(String key) {
      return OptionalLong.empty();
    }
  }

  private String summarise() {
    DeploymentFilter running =
        new DeploymentFilter(
            Optional.empty(),
            Optional.of(DeploymentStatus.RUNNING),
            Optional.empty(),
            DeploymentFilter.Sort.CREATED_DESC);
    return Text.of(
        "deployments.summary",
        deployments.list(DeploymentFilter.none(), PageRequest.first(1)).total(),
        deployments.list(running, PageRequest.first(1)).total());
  }

  private static boolean moves(Deployment deployment) {
    return !deployment.status().ended() && deployment.status() != DeploymentStatus.PAUSED;
  }

  /** Stops following, when the screen is left. */
  void leave() {
    list.leave();
    summary.leave();
  }
}
