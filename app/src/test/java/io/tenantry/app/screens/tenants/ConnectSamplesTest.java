package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.EngineServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code to take away does what it says, run by the programs it is for. */
class ConnectSamplesTest {
  @TempDir Path folder;

  private SeededEngine engine;
  private EngineServer server;

  @BeforeEach
  void serve() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(1);
    server = EngineServer.start(engine.engine(), EngineServer.LOOPBACK, 0);
  }

  @AfterEach
  void close() {
    server.close();
    engine.close();
  }

  private ConnectSamples samples() {
    TenantConnection connection =
        engine
            .project()
            .tenants()
            .get(new TenantId("tenant-001"))
            .databases()
            .getFirst()
            .connection()
            .orElseThrow();
    return new ConnectSamples(connection);
  }

  private String code(String title) {
    return samples().all().stream()
        .filter(sample -> sample.title().equals(title))
        .map(CodeSample::code)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void curlAndPythonGetAnAnswerOverTheNetwork() throws Exception {
    engine.engine().publishAt(server.url());
    assertThat(samples().isServed()).isTrue();

    assertThat(run(List.of("sh", "-c", code("curl")))).contains("\"rows\":[[");
    assertThat(run(List.of("python3", "-c", code("Python")))).contains("\"rows\":[[");
  }

  @Test
  void javaCompilesAndRuns() throws Exception {
    engine.engine().publishAt(server.url());
    Path source = Files.writeString(folder.resolve("Connect.java"), code("Java"));

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    assertThat(run(List.of(java.toString(), source.toString()))).isEmpty();
  }

  @Test
  void withoutAnEndpointTheFileIsReadAndNeverWritten() throws Exception {
    assertThat(samples().isServed()).isFalse();

    assertThat(run(List.of("python3", "-c", code("Python")))).contains("[(1,)]");
    assertThat(code("DBeaver")).contains("fintech__tenant-001.db").doesNotContain("file:");
    assertThat(samples().all()).allSatisfy(sample -> assertThat(sample.secrets()).isEmpty());
  }

  /** Returns what a program prints; a machine without it is passed over. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    assumeThat(command.getFirst().contains("/") || isThere(command.getFirst())).isTrue();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
