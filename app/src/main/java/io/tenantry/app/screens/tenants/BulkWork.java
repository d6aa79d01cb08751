package io.tenantry.app.screens.tenants;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.WorkKind;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Tells the window of one work on many tenants that takes long, and leads back to it. UI thread.
 */
final class BulkWork implements RunningWork.Home {
  private final RunningWork work;
  private final Navigator navigator;
  private final TenantVerb verb;
  private final long total;
  private final Runnable cancel;
  private final String id = "bulk_" + UUID.randomUUID();
  private final Instant begun = Instant.now();
  private Runnable look = () -> {};
  private boolean told;

  /**
   * Creates it.
   *
   * @param total of how many tenants
   * @param cancel ends it after the tenant it is at
   */
  BulkWork(RunningWork work, Navigator navigator, TenantVerb verb, long total, Runnable cancel) {
    this.work = work;
    this.navigator = navigator;
    this.verb = verb;
    this.total = total;
    this.cancel = cancel;
  }

  void goesOn(long done) {
    if (RunningWork.isLong(Duration.between(begun, Instant.now()))) {
      told = true;
      work.show(job(done, 0, false), this);
    }
  }

  /**
   * It has ended.
   *
   * @param toLook shows what became of each tenant
   */
  void ended(BulkOutcome outcome, Runnable toLook) {
    look = toLook;
    if (told) {
      work.ended(job(outcome.done().size(), outcome.failed(), true), this);
    }
  }

  /** It could not go on, which is told elsewhere. */
  void dropped() {
    work.dropped(id);
  }

  private Job job(long done, int failed, boolean isEnded) {
    return new Job(
        id,
        Text.of(verb.key()) + " " + Figures.count(total, "tenant", "tenants"),
        Text.of("tenants.of", Figures.count(done), Figures.count(total)),
        OptionalDouble.of(total == 0 ? 1 : (double) done / total),
        failed,
        isEnded);
  }

  @Override
  public WorkKind kind() {
    return WorkKind.TENANTS;
  }

  @Override
  public void open() {
    if (!isLookedAt()) {
      navigator.go(ScreenRoute.TENANTS);
    }
    look.run();
  }

  @Override
  public boolean isLookedAt() {
    return navigator.current().get().route() == ScreenRoute.TENANTS;
  }

  @Override
  public Optional<Runnable> stop() {
    return Optional.of(cancel);
  }
}
