package io.tenantry.testkit;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client knows of the rows it wrote to a tenant: those that must be there, and those of
 * which it does not know, because the engine died before it answered. One thread at a time.
 */
final class CrashRows {
  static final String SCHEMA = "CREATE TABLE notes (id INTEGER PRIMARY KEY, word TEXT NOT NULL)";

  private final TenantId tenant;
  private final WorkspaceName blueprint;

  /** States of which one must be there; more than one while the tenant is put back. */
  private List<Set<Long>> sure = List.of(Set.of());

  private final Set<Long> unsure = new HashSet<>();
  private long next = 1;

  CrashRows(TenantId tenant, WorkspaceName blueprint) {
    this.tenant = tenant;
    this.blueprint = blueprint;
  }

  TenantId tenant() {
    return tenant;
  }

  /** Writes two rows in one statement: both are there or none. */
  void write(TestProject project) {
    long first = next;
    next += 2;
    unsure.add(first);
    project.run(
        tenant,
        blueprint,
        "INSERT INTO notes VALUES (%d, 'a'), (%d, 'b')".formatted(first, first + 1));
    unsure.remove(first);
    sure =
        sure.stream()
            .map(
                state -> {
                  Set<Long> more = new TreeSet<>(state);
                  more.add(first);
                  return Set.copyOf(more);
                })
            .toList();
  }

  /** Returns the state that is there. */
  Set<Long> now() {
    return sure.getFirst();
  }

  /** The tenant is about to be put back: until that is over, either state may be there. */
  void mayBecome(Set<Long> state) {
    List<Set<Long>> both = new ArrayList<>(sure);
    both.add(state);
    sure = List.copyOf(both);
  }

  /** The tenant was put back. */
  void became(Set<Long> state) {
    sure = List.of(state);
  }

  /** Compares with what is there, and knows it from then on. */
  void prove(TestProject project) {
    project.settled(tenant);
    List<Long> ids =
        project.run(tenant, blueprint, "SELECT id FROM notes ORDER BY id").rows().stream()
            .map(row -> ((Value.Integer) row.getFirst()).value())
            .toList();
    Set<Long> found = new TreeSet<>();
    for (long id : ids) {
      boolean isFirst = id % 2 == 1;
      if (!ids.contains(isFirst ? id + 1 : id - 1)) {
        throw new AssertionError("tenant " + tenant + " has half a statement: " + id);
      }
      if (isFirst) {
        found.add(id);
      }
    }
    if (sure.stream().noneMatch(state -> isPossible(found, state))) {
      throw new AssertionError(
          "tenant %s has %s, and should have one of %s and may have of %s"
              .formatted(tenant, found, sure, unsure));
    }
    sure = List.of(Set.copyOf(found));
    unsure.clear();
  }

  private boolean isPossible(Set<Long> found, Set<Long> state) {
    Set<Long> more = new HashSet<>(found);
    more.removeAll(state);
    return found.containsAll(state) && unsure.containsAll(more);
  }
}
