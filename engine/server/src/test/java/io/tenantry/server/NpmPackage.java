package io.tenantry.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A package of the test resources that npm installs once into {@code target/}. */
final class NpmPackage {
  private static final List<String> MANIFESTS = List.of("package.json", "package-lock.json");
  private static final int INSTALL_SECONDS = 300;

  private final String name;
  private final List<String> scripts;
  private final Path folder;

  /**
   * Names a package.
   *
   * @param scripts its files beside those of npm
   */
  NpmPackage(String name, String... scripts) {
    this.name = name;
    this.scripts = List.of(scripts);
    this.folder = Path.of("target", name).toAbsolutePath();
  }

  record Output(int exit, String text) {}

  /** Installs it unless it is there; false when there is no node, no npm or no network. */
  boolean install(String... options) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (String file : Stream.concat(MANIFESTS.stream(), scripts.stream()).toList()) {
      copy(file);
    }
    Path lock = folder.resolve("node_modules/.package-lock.json");
    if (Files.exists(lock)) {
      return run(20, Map.of(), "node", "--version").exit() == 0;
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"));
    command.addAll(List.of(options));
    return run(INSTALL_SECONDS, Map.of(), command.toArray(String[]::new)).exit() == 0;
  }

  private void copy(String file) throws IOException {
    String resource = "/" + name + "/" + file;
    try (InputStream source =
        Objects.requireNonNull(NpmPackage.class.getResourceAsStream(resource))) {
      Files.write(folder.resolve(file), source.readAllBytes());
    }
  }

  /** Runs a command in its folder; the exit is -1 when it cannot start or does not end. */
  Output run(int seconds, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    try {
      return run(output, seconds, environment, command);
    } finally {
      Files.delete(output);
    }
  }

  private Output run(Path output, int seconds, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      return new Output(-1, "");
    }
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Output(-1, "no end after " + seconds + " s");
    }
    return new Output(process.exitValue(), Files.readString(output));
  }
}
