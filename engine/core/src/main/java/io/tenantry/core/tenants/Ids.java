package io.tenantry.core.tenants;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of keys as one bound JSON value, for {@code IN (SELECT value FROM json_each(…))}. */
public final class Ids {
  private Ids() {}

  /** Returns row numbers as a JSON array. */
  public static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** Returns texts as a JSON array. */
  public static String jsonTexts(Collection<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
