package io.tenantry.app.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** Remembers the newest call per owner and name and drops the one before it. Any thread. */
final class LatestCalls {
  private final Map<Object, Map<String, PreparedCall<?>>> newest = new WeakHashMap<>();

  synchronized void started(PreparedCall<?> call) {
    call.owner()
        .ifPresent(
            owner -> {
              PreparedCall<?> before =
                  newest.computeIfAbsent(owner, _ -> new HashMap<>()).put(call.name(), call);
              if (before != null) {
                before.drop();
              }
            });
  }

  synchronized void finished(PreparedCall<?> call) {
    call.owner().map(newest::get).ifPresent(calls -> calls.remove(call.name(), call));
  }

  synchronized void forget(Object owner) {
    Map<String, PreparedCall<?>> calls = newest.remove(owner);
    if (calls != null) {
      calls.values().forEach(PreparedCall::drop);
    }
  }
}
