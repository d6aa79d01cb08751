package io.tenantry.core.differ;

import io.tenantry.sql.SqlNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The order in which things get new names, so that no two have one name at a time: names that
 * change places go over one that nothing has. One thread.
 */
final class Turns {
  private final Map<String, String> left;
  private final Set<String> now;
  private final Set<String> taken;

  /**
   * Orders renames.
   *
   * @param renames old names to new ones
   * @param now all names there are
   * @param next all names there are to be
   */
  Turns(Map<String, String> renames, Set<String> now, Set<String> next) {
    this.left = new LinkedHashMap<>(renames);
    this.now = SqlNames.set(now);
    this.taken = next;
  }

  /** Hands over each old name with the new one. */
  void forEach(BiConsumer<String, String> rename) {
    while (!left.isEmpty()) {
      Optional<Map.Entry<String, String>> ready =
          left.entrySet().stream().filter(this::isReady).findFirst();
      Map.Entry<String, String> next = ready.orElseGet(() -> left.entrySet().iterator().next());
      String old = next.getKey();
      String wanted = next.getValue();
      left.remove(old);
      String name = ready.isPresent() ? wanted : free(old, now, taken);
      if (ready.isEmpty()) {
        left.put(name, wanted);
      }
      rename.accept(old, name);
      now.remove(old);
      now.add(name);
    }
  }

  private boolean isReady(Map.Entry<String, String> rename) {
    return SqlNames.same(rename.getKey(), rename.getValue()) || !now.contains(rename.getValue());
  }

  /** Returns a name like another one that nothing has. */
  static String free(String like, Set<String> now, Set<String> next) {
    String name = like + "__old";
    while (now.contains(name) || next.contains(name)) {
      name += "_";
    }
    return name;
  }
}
