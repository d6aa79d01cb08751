package io.tenantry.app.screens.tenants;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which of the ids that are wanted belong to tenants already, in the trash or not: the engine is
 * asked as soon as nothing was typed for a moment. UI thread.
 */
final class TakenIds {
  private static final Duration REST = Duration.ofMillis(250);

  /** More ids than this are looked for in the list of all tenants. */
  private static final int ONE_BY_ONE = 50;

  private static final int PAGE = 1000;

  private final Tenants tenants;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<Set<String>> taken = new ReadOnlyObjectWrapper<>(Set.of());
  private TaskRunner.Handle waiting = () -> {};

  TakenIds(Tenants tenants, TaskRunner tasks) {
    this.tenants = tenants;
    this.tasks = tasks;
  }

  /** Those that are known to be taken. */
  ReadOnlyObjectProperty<Set<String>> taken() {
    return taken.getReadOnlyProperty();
  }

  /** Looks for ids, and for no others any more. */
  void look(Set<String> ids) {
    waiting.close();
    tasks.forget(this);
    show(taken.get(), ids);
    if (!ids.isEmpty()) {
      waiting = tasks.after(REST, () -> ask(ids));
    }
  }

  private void ask(Set<String> ids) {
    waiting.close();
    tasks
        .call("tenants.taken", () -> ids.size() > ONE_BY_ONE ? among(ids) : each(ids))
        .onSuccess(found -> show(found, ids))
        .onFailure(_ -> {}) // creating says when the engine does not answer
        .latest(this)
        .start();
  }

  private void show(Set<String> found, Set<String> ids) {
    taken.set(found.stream().filter(ids::contains).collect(Collectors.toUnmodifiableSet()));
  }

  private Set<String> each(Set<String> ids) {
    return ids.stream().filter(this::exists).collect(Collectors.toSet());
  }

  private boolean exists(String id) {
    try {
      tenants.get(new TenantId(id));
      return true;
    } catch (EngineException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }

  private Set<String> among(Set<String> ids) {
    Set<String> found = new HashSet<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
    while (next.isPresent()) {
      Page<Tenant> page = tenants.list(everyone(), next.get());
      page.items().stream()
          .map(tenant -> tenant.tenantId().value())
          .filter(ids::contains)
          .forEach(found::add);
      next = page.nextCursor().map(cursor -> PageRequest.after(cursor, PAGE));
    }
    return found;
  }

  private static TenantFilter everyone() {
    return new TenantFilter(
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TenantFilter.Sort.ID);
  }
}
