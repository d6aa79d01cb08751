package io.tenantry.app;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides, before the toolkit starts, whether there is a display to show windows on. */
final class Headless {
  private static final String PLATFORM = "glass.platform";

  private Headless() {}

  /** Chooses the toolkit's built-in headless platform where there is no display; says whether. */
  static boolean prepare(UnaryOperator<@Nullable String> environment) {
    if ("Headless".equals(System.getProperty(PLATFORM))) {
      return true;
    }
    if (!isLinux() || isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY")) {
      return false;
    }
    System.setProperty(PLATFORM, "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    return true;
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static boolean isSet(UnaryOperator<@Nullable String> environment, String name) {
    String value = environment.apply(name);
    return value != null && !value.isBlank();
  }
}
