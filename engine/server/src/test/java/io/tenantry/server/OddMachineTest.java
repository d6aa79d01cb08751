package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server where the system does not say what it says elsewhere, or lacks what others have. */
@EnabledOnOs(OS.LINUX)
class OddMachineTest {
  @TempDir private Path folder;

  @Test
  void itServesWithoutHomeUserLocaleAndTimeZone() throws Exception {
    Process process =
        start(
            Map.of("TZ", "Nowhere/Land"),
            List.of("-Duser.home=?", "-Duser.name=?"),
            List.of("serve", "--data", folder.resolve("data").toString(), "--port", "0"));
    try {
      URI url = announced(process);
      try (RawHttp http = new RawHttp(url, Optional.empty())) {
        assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
      }
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    Process check =
        start(
            Map.of("TZ", ":nonsense"),
            List.of("-Duser.home=?"),
            List.of("check", "--data", folder.resolve("data").toString()));
    assertThat(errors(check)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void aLocaleThatCannotNameTheFolderIsNamed() throws Exception {
    List<String> shell =
        List.of("/bin/sh", "-c", "TENANTRY_DATA=$(printf '/tmp/\\303\\244') exec \"$@\"", "sh");

    assertFails(
        start(shell, Map.of("LC_ALL", "POSIX"), List.of(), List.of("serve")),
        "start with LC_ALL=C.UTF-8");
  }

  @Test
  void aFolderOfTemporaryFilesThatIsMissingIsNamed() throws Exception {
    assertFails(
        start(
            Map.of(),
            List.of("-Djava.io.tmpdir=" + folder.resolve("none")),
            List.of("serve", "--data", folder.resolve("data").toString(), "--port", "0")),
        "SQLite cannot be run from the folder of temporary files, " + folder.resolve("none"),
        "-Djava.io.tmpdir=DIR");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private static void assertFails(Process process, String... words) throws Exception {
    String errors = errors(process);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(errors.lines().filter(line -> line.startsWith("tenantry-server: ")))
        .singleElement()
        .asString()
        .contains(words);
    assertThat(errors).doesNotContain("\tat ");
  }

  /** Starts a process that knows nothing of this one's environment. */
  private static Process start(
      Map<String, String> environment, List<String> options, List<String> arguments)
      throws IOException {
    return start(List.of(), environment, options, arguments);
  }

  private static Process start(
      List<String> prefix,
      Map<String, String> environment,
      List<String> options,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ServerMain.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static URI announced(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = String.valueOf(lines.readLine());
    assertThat(line).startsWith("Tenantry answers at http://127.0.0.1:");
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
