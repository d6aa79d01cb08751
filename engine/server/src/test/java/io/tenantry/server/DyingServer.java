package io.tenantry.server;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.testkit.CrashStory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server in a process of its own, as people run it, and a client of it. */
final class DyingServer implements CrashStory.Mortal {
  private final Path data;
  private final Path sources;
  private final Secret key;
  private Process process;
  private RemoteEngine remote;

  /**
   * Makes the folder and starts the server.
   *
   * @param sources a folder that imports may read from
   */
  DyingServer(Path data, Path sources) {
    this.data = data;
    this.sources = sources;
    try (LocalEngine first = LocalEngine.open(EngineConfig.at(data))) {
      this.key = first.ownerKey();
    }
    this.process = start();
    this.remote = connected();
  }

  private Process start() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "-XX:TieredStopAtLevel=1",
              "-Xmx300m",
              "-cp",
              System.getProperty("java.class.path"),
              ServerMain.class.getName(),
              "serve",
              "--data",
              data.toString(),
              "--port",
              "0",
              "--set",
              "imports.folders=" + sources)
          .redirectError(data.resolveSibling("server.err").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RemoteEngine connected() {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      String line = String.valueOf(lines.readLine());
      if (!line.contains("http")) {
        throw new AssertionError("the server does not start: " + line);
      }
      Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {})); // or it would block
      return RemoteEngine.connect(
          RemoteEngineConfig.of(URI.create(line.substring(line.indexOf("http")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Engine engine() {
    return remote;
  }

  @Override
  public Project owner() {
    return as(key);
  }

  @Override
  public void kill() {
    process.destroyForcibly();
    await();
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void reopen() {
    close();
    process = start();
    remote = connected();
  }

  /** Stops the server as people do. */
  @Override
  public void close() {
    remote.close();
    process.destroy();
    await();
  }
}
