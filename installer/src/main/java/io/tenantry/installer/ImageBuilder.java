package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out the application image with both launchers. */
final class ImageBuilder {

  private final Path libraries;
  private final Path runtime;
  private final Path icon;
  private final String version;

  ImageBuilder(Path libraries, Path runtime, Path icon, String version) {
    this.libraries = libraries;
    this.runtime = runtime;
    this.icon = icon;
    this.version = version;
  }

  ApplicationImage createIn(Path folder) throws IOException, InterruptedException {
    Folders.empty(folder);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                ApplicationImage.NAME,
                "--app-version",
                version,
                "--description",
                "Console and engine for a database per tenant",
                "--vendor",
                "Tenantry",
                "--runtime-image",
                runtime.toString(),
                "--input",
                libraries.toString(),
                "--main-jar",
                jar("tenantry-app-"),
                "--main-class",
                Launch.MAIN_CLASS,
                "--add-launcher",
                ApplicationImage.SERVER_NAME + "=" + serverLauncher(folder),
                "--dest",
                folder.toString()));
    for (String option : Launch.JAVA_OPTIONS) {
      arguments.addAll(List.of("--java-options", option));
    }
    if (OperatingSystem.current() == OperatingSystem.LINUX) {
      // The other systems want formats of their own and get jpackage's default.
      arguments.addAll(List.of("--icon", icon.toString()));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/tenantry.aot"));
    JdkTool.ofThisJdk().run("jpackage", arguments);
    String root = OperatingSystem.current() == OperatingSystem.MAC ? ".app" : "";
    return new ApplicationImage(folder.resolve(ApplicationImage.NAME + root));
  }

  private Path serverLauncher(Path folder) throws IOException {
    String properties =
        """
        main-jar=%s
        main-class=%s
        java-options=%s
        description=Tenantry engine as an HTTP server
        win-console=true
        linux-shortcut=false
        """
            .formatted(
                jar(ApplicationImage.SERVER_NAME + "-"),
                Launch.SERVER_MAIN_CLASS,
                String.join(" ", Launch.SERVER_JAVA_OPTIONS));
    return Files.writeString(
        folder.resolve(ApplicationImage.SERVER_NAME + ".properties"), properties);
  }

  private String jar(String prefix) throws IOException {
    try (Stream<Path> found = Files.list(libraries)) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + prefix + "* in " + libraries));
    }
  }
}
