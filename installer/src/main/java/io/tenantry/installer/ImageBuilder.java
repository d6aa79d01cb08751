package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lays out the application image with both launchers. */
final class ImageBuilder {

  private final Path libraries;
  private final Path runtime;
  private final Launch launch;
  private final Path icon;
  private final String version;

  ImageBuilder(Path libraries, Path runtime, Launch launch, Path icon, String version) {
    this.libraries = libraries;
    this.runtime = runtime;
    this.launch = launch;
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
                Launch.mainJar(libraries).getFileName().toString(),
                "--main-class",
                Launch.MAIN_CLASS,
                "--add-launcher",
                ApplicationImage.SERVER_NAME + "=" + serverLauncher(folder),
                "--dest",
                folder.toString()));
    for (String option : launch.javaOptions()) {
      arguments.addAll(List.of("--java-options", option));
    }
    if (OperatingSystem.current() == OperatingSystem.LINUX) {
      // The other systems want formats of their own and get jpackage's default.
      arguments.addAll(List.of("--icon", icon.toString()));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/tenantry.aot"));
    Program.ofThisJdk("jpackage").run(arguments);
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
                Launch.serverJar(libraries).getFileName().toString(),
                Launch.SERVER_MAIN_CLASS,
                String.join(" ", Launch.SERVER_JAVA_OPTIONS));
    return Files.writeString(
        folder.resolve(ApplicationImage.SERVER_NAME + ".properties"), properties);
  }
}
