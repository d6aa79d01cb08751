package io.tenantry.core.deployments;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers since when tenants have been busy with something else: their turn is put off while
 * others get theirs, and fails when that takes too long. Any thread.
 */
final class BusyTenants {
  private final Map<Long, Long> since = new ConcurrentHashMap<>();
  private final long patienceNanos;

  BusyTenants(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  boolean hasWaitedEnough(TargetTenant tenant) {
    long now = System.nanoTime();
    return now - since.computeIfAbsent(tenant.tenantId(), _ -> now) > patienceNanos;
  }

  void isFree(TargetTenant tenant) {
    since.remove(tenant.tenantId());
  }
}
