package io.tenantry.app;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many objects of each class are reachable, after a full collection.
 *
 * @param counts by class name
 * @param bytes of all together
 */
record LiveObjects(Map<String, Long> counts, long bytes) {
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  /** What a collection puts into the gaps it leaves, so that the heap can be walked. */
  private static final String GAP = "[Ljdk.internal.vm.FillerElement;";

  static LiveObjects count() {
    Map<String, Long> counts = new HashMap<>();
    long bytes = 0;
    for (String line : histogram().split("\n")) {
      Matcher found = LINE.matcher(line);
      if (found.matches() && !found.group(3).equals(GAP)) {
        counts.merge(found.group(3), Long.parseLong(found.group(1)), Long::sum);
        bytes += Long.parseLong(found.group(2));
      }
    }
    return new LiveObjects(counts, bytes);
  }

  /**
   * Returns the parts of screens of which there are so many more now: our own, and controls.
   *
   * @param least the smallest number that counts
   */
  Map<String, Long> ofScreensGrownSince(LiveObjects before, long least) {
    Map<String, Long> grown = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          long more = count - before.counts.getOrDefault(name, 0L);
          if (more >= least && isOfScreens(name)) {
            grown.put(name, more);
          }
        });
    return grown;
  }

  private static boolean isOfScreens(String name) {
    return name.startsWith("io.tenantry.app.") && !name.startsWith("io.tenantry.app.navigation.")
        || name.startsWith("javafx.scene.control.")
        || name.startsWith("org.fxmisc.");
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
