package io.tenantry.installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

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

  /**
   * Links it.
   *
   * @param libraries the jars that will run on it; every module they use must be in it
   */
  Path linkTo(Path target, Path libraries) throws IOException, InterruptedException {
    Set<String> missing = new TreeSet<>(usedBy(libraries));
    MODULES.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new IllegalStateException("the libraries use modules that are not linked: " + missing);
    }
    Folders.remove(target);
    Program.ofThisJdk("jlink")
        .run(
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

  private Set<String> usedBy(Path libraries) throws IOException {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                out,
                out,
                "--multi-release",
                Integer.toString(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                javafx.toString(),
                "--class-path",
                libraries.resolve("*").toString(),
                Launch.mainJar(libraries).toString());
    if (exit != 0) {
      throw new IllegalStateException("jdeps ended with " + exit + ": " + said);
    }
    return Set.of(said.toString().strip().split(","));
  }
}
