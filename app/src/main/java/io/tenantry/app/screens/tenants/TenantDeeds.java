package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.ListWork;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;

/** Runs actions on tenants, and tells how far they are. UI thread. */
public final class TenantDeeds {
  private static final long TOLD_NANOS = Duration.ofMillis(200).toNanos();

  private final Tenants tenants;
  private final TaskRunner tasks;
  private final RunningWork window;
  private final Navigator navigator;
  private final ObjectProperty<Optional<ListWork>> work;
  private final Runnable after;

  /**
   * Creates it with what it uses.
   *
   * @param window is told of what takes long
   * @param work told how far it is
   * @param after reads again what was changed
   */
  TenantDeeds(
      Tenants tenants,
      TaskRunner tasks,
      RunningWork window,
      Navigator navigator,
      ObjectProperty<Optional<ListWork>> work,
      Runnable after) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.window = window;
    this.navigator = navigator;
    this.work = work;
    this.after = after;
  }

  /**
   * Finds out which of the chosen tenants something is for; calls back unless it is cancelled.
   *
   * @param suits whether one in a status can take it
   */
  void choose(
      Predicate<TenantStatus> suits, Chosen<ListedTenant> chosen, Consumer<BulkTargets> then) {
    Told progress = new Told(Text.of("tenants.action.counting"), new AtomicBoolean(), _ -> {});
    progress.tell(0, chosen.count());
    tasks
        .longCall("tenants.choose", () -> new TargetSearch(tenants, suits, progress).among(chosen))
        .onSuccess(
            targets -> {
              work.set(Optional.empty());
              if (!progress.isCancelled()) {
                then.accept(targets);
              }
            })
        .onDone(() -> work.set(Optional.empty()))
        .start();
  }

  /**
   * Does something to tenants that can take it.
   *
   * @param then is told what became of it
   * @param look shows what became of each, when that is wanted later
   */
  void act(
      TenantVerb verb,
      BulkTargets targets,
      Consumer<BulkOutcome> then,
      Consumer<BulkOutcome> look) {
    AtomicBoolean cancelled = new AtomicBoolean();
    long total = targets.ids().size();
    BulkWork told = new BulkWork(window, navigator, verb, total, () -> cancelled.set(true));
    Told progress = new Told(Text.of(verb.key() + ".goesOn"), cancelled, told::goesOn);
    progress.tell(0, total);
    tasks
        .longCall(verb.key(), () -> new BulkAction(tenants, verb, progress).on(targets))
        .onSuccess(
            outcome -> {
              then.accept(outcome);
              told.ended(outcome, () -> look.accept(outcome));
            })
        .onDone(
            () -> {
              told.dropped();
              work.set(Optional.empty());
              after.run();
            })
        .start();
  }

  /** Brings progress to the UI thread, a few times a second. */
  private final class Told implements BulkProgress {
    private final String words;
    private final AtomicBoolean cancelled;
    private final LongConsumer also;
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    Told(String words, AtomicBoolean cancelled, LongConsumer also) {
      this.words = words;
      this.cancelled = cancelled;
      this.also = also;
    }

    void tell(long done, long total) {
      work.set(Optional.of(new ListWork(words, done, total, () -> cancelled.set(true))));
      also.accept(done);
    }

    @Override
    public void reached(long done, long total) {
      long now = System.nanoTime();
      if (now - told.get() > TOLD_NANOS) {
        told.set(now);
        tasks.bring(() -> tellWhileItGoesOn(done, total));
      }
    }

    private void tellWhileItGoesOn(long done, long total) {
      if (work.get().isPresent()) {
        tell(done, total);
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }
  }
}
