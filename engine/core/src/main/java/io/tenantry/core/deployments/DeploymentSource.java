package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.events.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The states of one deployment. Everything about a deployment is in the catalog, so a change of the
 * catalog is the time to look again, at most ten times a second; what happens in between is not
 * told.
 */
final class DeploymentSource implements Source<Deployment> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Catalog catalog;
  private final Lanes lanes;
  private final Supplier<Deployment> read;
  private long seen = -1;
  private Optional<Deployment> told = Optional.empty();

  DeploymentSource(Catalog catalog, Lanes lanes, Supplier<Deployment> read) {
    this.catalog = catalog;
    this.lanes = lanes;
    this.read = read;
  }

  @Override
  public Batch<Deployment> next(Duration atMost) throws InterruptedException {
    if (told.isPresent()) {
      Thread.sleep(PAUSE);
      catalog.awaitChange(seen, atMost.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    long before = catalog.changes();
    if (before == seen) {
      return Batch.none();
    }
    Deployment now = lanes.call(Lane.FAST, read);
    seen = before;
    if (told.filter(now::equals).isPresent()) {
      return Batch.none();
    }
    told = Optional.of(now);
    return new Batch<>(0, List.of(now), now.status().ended());
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
