package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java runtime of the package: the JDK's modules that are needed, and JavaFX. All other
 * libraries stay jars, as automatic modules cannot be linked.
 */
final class RuntimeImage {

  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.sql.rowset",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs",
          "javafx.base",
          "javafx.graphics",
          "javafx.controls");

  private final Path javafx;

  RuntimeImage(Path javafx) {
    this.javafx = javafx;
  }

  Path linkTo(Path target) throws IOException, InterruptedException {
    Folders.remove(target);
    JdkTool.ofThisJdk()
        .run(
            "jlink",
            List.of(
                "--module-path",
                javafx.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en",
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                // Uncompressed: starts faster, and the package itself compresses better.
                "--compress=zip-0",
                "--output",
                target.toString()));
    return target;
  }
}
