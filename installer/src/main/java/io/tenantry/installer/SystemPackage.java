package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The package in the form of this system, made of a finished image. */
final class SystemPackage {

  private final ApplicationImage image;
  private final PackageResources resources;
  private final String version;

  SystemPackage(ApplicationImage image, PackageResources resources, String version) {
    this.image = image;
    this.resources = resources;
    this.version = version;
  }

  Path createIn(Path folder) throws IOException, InterruptedException {
    Folders.empty(folder);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--name",
                ApplicationImage.NAME,
                "--app-version",
                version,
                "--app-image",
                image.root().toString(),
                "--vendor",
                "Tenantry",
                "--description",
                "Console and engine for a database per tenant",
                "--dest",
                folder.toString()));
    arguments.addAll(systemOptions());
    Program.ofThisJdk("jpackage").run(arguments);
    try (Stream<Path> made = Files.list(folder)) {
      return made.findFirst()
          .orElseThrow(() -> new IllegalStateException("no package in " + folder));
    }
  }

  private List<String> systemOptions() {
    return switch (OperatingSystem.current()) {
      case LINUX ->
          List.of(
              "--type",
              "deb",
              "--resource-dir",
              resources.folder().toString(),
              "--linux-package-name",
              "tenantry",
              "--linux-deb-maintainer",
              "maintainers@tenantry.example",
              "--linux-menu-group",
              "Development;Database",
              "--linux-app-category",
              "database",
              "--linux-shortcut",
              // jpackage sees the runtime's own libraries only; GTK is loaded by JavaFX.
              "--linux-package-deps",
              "libgtk-3-0 | libgtk-3-0t64");
      case MAC -> List.of("--type", "dmg");
      case WINDOWS -> List.of("--type", "msi", "--win-menu", "--win-shortcut");
    };
  }
}
