package io.tenantry.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The folder that runs wherever it is put: launchers, jars and runtime.
 *
 * @param root its top, as jpackage laid it out for this system
 */
record ApplicationImage(Path root) {

  static final String NAME = "tenantry";
  static final String SERVER_NAME = "tenantry-server";
  private static final String CLASS_PATH_ENTRY = "app.classpath=$APPDIR" + File.separator;

  /** The program that starts the console. */
  Path launcher() {
    return switch (OperatingSystem.current()) {
      case LINUX -> root.resolve("bin").resolve(NAME);
      case MAC -> root.resolve("Contents/MacOS").resolve(NAME);
      case WINDOWS -> root.resolve(NAME + ".exe");
    };
  }

  Path jars() {
    return switch (OperatingSystem.current()) {
      case LINUX -> root.resolve("lib/app");
      case MAC -> root.resolve("Contents/app");
      case WINDOWS -> root.resolve("app");
    };
  }

  Path runtime() {
    return switch (OperatingSystem.current()) {
      case LINUX -> root.resolve("lib/runtime");
      case MAC -> root.resolve("Contents/runtime/Contents/Home");
      case WINDOWS -> root.resolve("runtime");
    };
  }

  Path cache() {
    return jars().resolve("tenantry.aot");
  }

  /** The class path in the launcher's own order; a cache is only valid with exactly this one. */
  String classPath() throws IOException {
    return Files.readAllLines(jars().resolve(NAME + ".cfg")).stream()
        .filter(line -> line.startsWith(CLASS_PATH_ENTRY))
        .map(line -> jars().resolve(line.substring(CLASS_PATH_ENTRY.length())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
