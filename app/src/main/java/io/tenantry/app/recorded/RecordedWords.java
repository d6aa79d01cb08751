package io.tenantry.app.recorded;

import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What is said of a recorded request in one line. */
public final class RecordedWords {
  private RecordedWords() {}

  /** Returns what of its rows tenants get, what they do not, and how much there is to fear. */
  public static String of(RecordedRequest request) {
    List<String> parts = new ArrayList<>();
    add(parts, "recorded.carried", request.carried());
    add(parts, request.carried() > 0 ? "recorded.rest" : "recorded.stays", request.staying());
    add(parts, "recorded.warned", request.told().warnings().size());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String key, long number) {
    if (number > 0) {
      parts.add(Text.of(key, number));
    }
  }
}
