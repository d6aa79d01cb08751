package io.tenantry.app.screens.tenants;

import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.contract.tenants.TenantId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of work on many tenants.
 *
 * @param tenants each of them, in the order of the work
 */
record BulkOutcome(List<TenantOutcome> tenants) {
  BulkOutcome {
    tenants = List.copyOf(tenants);
  }

  /** Returns those that took it. */
  List<TenantId> done() {
    return tenants.stream()
        .filter(each -> each.state() == TenantOutcome.State.DONE)
        .map(TenantOutcome::tenant)
        .toList();
  }

  int failed() {
    return count(TenantOutcome.State.FAILED);
  }

  /** Returns how many were left when it was cancelled. */
  int notReached() {
    return count(TenantOutcome.State.NOT_REACHED);
  }

  boolean isWhole() {
    return done().size() == tenants.size();
  }

  /** Says whether some did not take it though nobody stopped the work. */
  boolean isAnyLeftUnasked() {
    return done().size() + notReached() < tenants.size();
  }

  /** Returns each of them, what asks for a look before the others. */
  List<TenantOutcome> worstFirst() {
    return tenants.stream().sorted(Comparator.comparing(TenantOutcome::state)).toList();
  }

  /** Returns how many ended how: {@code 1 skipped, 3 done}. */
  String words() {
    return Arrays.stream(TenantOutcome.State.values())
        .filter(state -> count(state) > 0)
        .map(state -> state.counted(count(state)))
        .collect(Collectors.joining(", "));
  }

  private int count(TenantOutcome.State state) {
    return Math.toIntExact(tenants.stream().filter(each -> each.state() == state).count());
  }
}
