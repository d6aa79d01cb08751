package io.tenantry.core.recording;

import io.tenantry.core.rows.Carried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names data statements together that are the same to their reader: all that add rows to one table
 * are one line. Those that tenants run stand each for itself. One thread.
 */
final class DataGroups {
  private record Key(int place, String reason, Optional<Integer> with) {
    static Key of(int place, Carried decision) {
      Optional<Integer> with =
          decision.with().isPresent() ? Optional.of(decision.with().getAsInt()) : Optional.empty();
      return new Key(decision.carried() ? place : -1, decision.reason(), with);
    }
  }

  private final Map<Integer, List<Integer>> groupOf = new HashMap<>();

  /** The first places of those groups that are not kept whole. */
  private final Set<Integer> cut = new HashSet<>();

  DataGroups(List<Watched> watched, Map<Integer, Carried> decisions) {
    Map<Key, List<Integer>> groups = new HashMap<>();
    for (int place = 0; place < watched.size(); place++) {
      Carried decision = decisions.get(place);
      if (decision != null) {
        List<Integer> group =
            groups.computeIfAbsent(Key.of(place, decision), _ -> new ArrayList<>());
        group.add(place);
        groupOf.put(place, group);
        if (!watched.get(place).kept()) {
          cut.add(group.getFirst());
        }
      }
    }
  }

  /** Returns the place of the first statement that is named together with one. */
  int first(int place) {
    return members(place).getFirst();
  }

  /** Returns whether another statement stands for this one, as there are too many to keep. */
  boolean isLeftOut(int place) {
    return first(place) != place && isCut(place);
  }

  /** Returns how many statements one stands for. */
  long count(int place) {
    return isCut(place) ? members(place).size() : 1;
  }

  private boolean isCut(int place) {
    return cut.contains(first(place));
  }

  private List<Integer> members(int place) {
    return groupOf.getOrDefault(place, List.of(place));
  }
}
