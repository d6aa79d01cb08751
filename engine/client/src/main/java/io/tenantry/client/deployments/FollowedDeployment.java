package io.tenantry.client.deployments;

import io.tenantry.client.http.Followed;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.wire.deployments.DeploymentReplies;
import io.tenantry.wire.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A deployment that is followed: each state replaces the one before. */
final class FollowedDeployment implements Followed<Deployment> {
  private final Deployment first;
  private final Supplier<Deployment> ask;
  private Optional<Deployment> told = Optional.empty();

  FollowedDeployment(Deployment first, Supplier<Deployment> ask) {
    this.first = first;
    this.ask = ask;
  }

  @Override
  public List<Deployment> known() {
    return List.of(first);
  }

  @Override
  public List<Deployment> missed() {
    return List.of(ask.get());
  }

  /** A stream begins with the present state; what is asked besides could be newer, or older. */
  @Override
  public List<Deployment> gap() {
    return List.of();
  }

  @Override
  public Deployment read(byte[] json) {
    return Json.read(json, DeploymentReplies.Progress.class).deployment();
  }

  @Override
  public boolean isNew(Deployment now) {
    boolean isNew = told.filter(now::equals).isEmpty();
    told = Optional.of(now);
    return isNew;
  }

  @Override
  public boolean isLast(Deployment now) {
    return now.status().ended();
  }
}
