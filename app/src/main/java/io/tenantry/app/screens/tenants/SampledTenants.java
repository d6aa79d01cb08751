package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.ListModel;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.samples.TenantSample;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * TenantSamples of the tenants whose cells are seen, and of no others: a cell that is drawn asks,
 * and while the list is shown those that were drawn last are looked at anew. UI thread.
 */
final class SampledTenants {
  private static final int KEPT = 1000;
  private static final int AT_ONCE = 60;
  private static final Duration TOGETHER = Duration.ofMillis(60);

  private final TenantSamples samples;
  private final TaskRunner tasks;
  private final LinkedHashMap<TenantId, SimpleObjectProperty<Optional<TenantSample>>> known =
      new LinkedHashMap<>();
  private final SequencedSet<TenantId> wanted = new LinkedHashSet<>();
  private BooleanSupplier shown = () -> false;
  private TaskRunner.Handle soon = () -> {};
  private boolean due;

  SampledTenants(TenantSamples samples, ListModel<?> list, TaskRunner tasks) {
    this.samples = samples;
    this.tasks = tasks;
    list.readings().subscribe((_, _) -> again());
  }

  /** Says whether any column shows samples; without one nothing is asked. */
  void shownWhile(BooleanSupplier any) {
    shown = any;
  }

  /** Returns what is known of a tenant, now and later; empty until it is. */
  ObservableValue<Optional<TenantSample>> of(TenantId tenant) {
    SimpleObjectProperty<Optional<TenantSample>> sample =
        known.computeIfAbsent(tenant, _ -> new SimpleObjectProperty<>(Optional.empty()));
    known.putLast(tenant, sample);
    while (known.size() > KEPT) {
      known.pollFirstEntry();
    }
    if (sample.get().isEmpty()) {
      want(tenant);
    }
    return sample;
  }

  private void want(TenantId tenant) {
    wanted.add(tenant);
    if (!due) {
      due = true;
      soon = tasks.after(TOGETHER, this::ask);
    }
  }

  private void again() {
    known.reversed().keySet().stream().limit(AT_ONCE).toList().forEach(this::want);
  }

  private void ask() {
    due = false;
    List<TenantId> asked = wanted.reversed().stream().limit(TenantSamples.MOST).toList();
    wanted.clear();
    if (asked.isEmpty() || !shown.getAsBoolean()) {
      return;
    }
    tasks
        .call("tenants.samples", () -> samples.of(asked))
        .onSuccess(this::took)
        .onFailure(_ -> {}) // asked again after the next reading; the list says what is wrong
        .latest(this)
        .start();
  }

  private void took(List<TenantSample> found) {
    for (TenantSample each : found) {
      SimpleObjectProperty<Optional<TenantSample>> sample = known.get(each.tenantId());
      if (sample != null) {
        sample.set(Optional.of(each));
      }
    }
  }

  /** Drops what is still to come. */
  void leave() {
    soon.close();
    due = false;
    wanted.clear();
    tasks.forget(this);
  }
}
