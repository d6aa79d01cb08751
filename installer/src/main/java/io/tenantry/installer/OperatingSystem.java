package io.tenantry.installer;

import java.util.Locale;

/** The system that this build runs on, which is the one that it packages for. */
enum OperatingSystem {
  LINUX,
  MAC,
  WINDOWS;

  static OperatingSystem current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return MAC;
    }
    return name.startsWith("windows") ? WINDOWS : LINUX;
  }
}
