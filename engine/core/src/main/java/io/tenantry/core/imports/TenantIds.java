package io.tenantry.core.imports;

import io.tenantry.contract.ReservedNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes tenant ids from the values of a routing field: the same values, the same ids. */
final class TenantIds {
  private static final int MAX_LENGTH = 30;
  private static final String PREFIX = "t-";

  private TenantIds() {}

  /** Returns an id for each value; those that are ids already keep themselves. */
  static Map<String, String> of(Collection<String> values) {
    Map<String, String> ids = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    List<String> sorted = List.copyOf(new TreeSet<>(values));
    for (String value : sorted) {
      if (base(value).equals(value) && !ReservedNames.contains(value)) {
        taken.add(value);
        ids.put(value, value);
      }
    }
    for (String value : sorted) {
      ids.computeIfAbsent(value, _ -> free(base(value), taken));
    }
    return ids;
  }

  private static String free(String base, Set<String> taken) {
    String id = base;
    for (int number = 2; ReservedNames.contains(id) || !taken.add(id); number++) {
      String suffix = "-" + number;
      id = cut(base, MAX_LENGTH - suffix.length()) + suffix;
    }
    return id;
  }

  private static String base(String value) {
    String allowed =
        value
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("__+", "_")
            .replaceAll("^[-_]+", "");
    boolean isLetter = !allowed.isEmpty() && Character.isLetter(allowed.charAt(0));
    String base = cut(isLetter ? allowed : PREFIX + allowed, MAX_LENGTH);
    return base.isEmpty() ? "t" : base;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length())).replaceAll("[-_]+$", "");
  }
}
