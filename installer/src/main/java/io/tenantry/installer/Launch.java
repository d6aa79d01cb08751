package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the programs are started, in the package and while the cache is trained, which is only valid
 * with the same options.
 *
 * @param javaOptions the console's, the same as those of the launch script
 */
record Launch(List<String> javaOptions) {

  static final String MAIN_CLASS = "io.tenantry.app.Main";
  static final String SERVER_MAIN_CLASS = "io.tenantry.server.ServerMain";
  static final List<String> SERVER_JAVA_OPTIONS =
      List.of("-Xms64m", "--enable-native-access=ALL-UNNAMED");

  /** Reads the options from the files that the launch script hands to the virtual machine. */
  static Launch read(Path folder) throws IOException {
    List<String> options = new ArrayList<>(options(folder.resolve("console.args")));
    if (OperatingSystem.current() == OperatingSystem.LINUX) {
      options.addAll(options(folder.resolve("linux.args")));
    }
    return new Launch(List.copyOf(options));
  }

  private static List<String> options(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  /** Returns the console's own jar among the libraries. */
  static Path mainJar(Path libraries) throws IOException {
    return jar(libraries, "tenantry-app-");
  }

  /** Returns the server's own jar among the libraries. */
  static Path serverJar(Path libraries) throws IOException {
    return jar(libraries, "tenantry-server-");
  }

  private static Path jar(Path libraries, String prefix) throws IOException {
    try (Stream<Path> found = Files.list(libraries)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + prefix + "* in " + libraries));
    }
  }
}
