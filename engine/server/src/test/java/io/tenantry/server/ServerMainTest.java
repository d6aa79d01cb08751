package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its own process: start, answer, stop, and every way in which it cannot start. */
class ServerMainTest {
  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void itServesUntilItIsToldToStop() throws Exception {
    Path data = folder.resolve("data");
    Process process = serve(data, "0");
    URI url = announced(process);

    try (RawHttp http = new RawHttp(url, Optional.empty())) {
      assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
    }
    String key = output(run("key", "--data", data.toString())).strip();
    assertThat(key).matches("tdb_sk_[0-9a-f]{64}");
    try (RawHttp http = new RawHttp(url, Optional.of(key))) {
      assertThat(http.get("/whoami").status()).isEqualTo(200);
    }
    process.destroy();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isIn(0, 143);
    assertThat(data.resolve("engine.sock")).doesNotExist();
    String log = Files.readString(data.resolve("logs/server.log"));
    assertThat(log).contains("serving ").contains("stopped").doesNotContain(key);
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      Project project = engine.open(new Credential.ApiKey(new Secret(key)));
      assertThat(project.whoami().projectName()).isNotBlank();
    }
  }

  @Test
  void settingsComeFromAFileAndTheCommandShowsThem() throws Exception {
    Path file = folder.resolve("tenantry.properties");
    Path data = folder.resolve("configured");
    Files.writeString(
        file, "data = " + data + "\nport = 0\nregions = here, there\nlogs.slow = 5ms\n");

    String shown = output(run("config", "--config", file.toString(), "--set", "tier=free"));
    assertThat(shown)
        .contains("logs.slow = 5ms")
        .contains("this value: file\nlogs.slow")
        .contains("this value: command line\ntier = free")
        .contains("region.there.storage =");
    assertThat(data).doesNotExist();

    URI url = announced(run("serve", "--config", file.toString()));
    try (RawHttp http = new RawHttp(url, Optional.empty())) {
      assertThat(http.get("/regions").body()).contains("\"zone\":\"here\"");
    }
    Process wrong = run("serve", "--config", file.toString(), "--set", "backups.at=noon");
    assertFails(wrong, "backups.at must be a time of day", "'noon', from command line");
  }

  @Test
  void connectionStringsBeginWithTheAddressThatClientsUse() throws Exception {
    String data = folder.resolve("data").toString();
    String proxy = "public-url=https://db.example.com";
    URI url = announced(run("serve", "--data", data, "--port", "0", "--set", proxy));
    String key = output(run("key", "--data", data)).strip();

    try (RawHttp http = new RawHttp(url, Optional.of(key))) {
      http.post("/workspaces", "{\"name\":\"shop\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");

      assertThat(http.get("/workspaces/shop").body())
          .contains("\"host\":\"db.example.com\",\"port\":443,")
          .contains("\"connection_string\":\"https://db.example.com/db/shop_workspace/\"");
    }
  }

  @Test
  void aFolderInUseIsNamedWithItsHolder() throws Exception {
    Path data = folder.resolve("data");
    try (LocalEngine holder = LocalEngine.open(EngineConfig.at(data))) {
      holder.publishAt(URI.create("http://127.0.0.1:4711"));

      assertFails(
          serve(data, "0"),
          "in use by process " + ProcessHandle.current().pid(),
          "http://127.0.0.1:4711");
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertFails(
          serve(folder.resolve("data"), Integer.toString(port)),
          "Port " + port + " on 127.0.0.1 is already in use");
    }
  }

  @Test
  void aPortThatCannotBeIsNamed() throws Exception {
    Process process = serve(folder.resolve("new"), "99999");

    assertFails(process, "port must be between 0 and 65535");
  }

  @Test
  void aForeignFolderStaysAsItIs() throws Exception {
    Path foreign = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(foreign.resolve("cat.jpg"), "miau");

    assertFails(serve(foreign, "0"), "holds no Tenantry data");

    try (var files = Files.list(foreign)) {
      assertThat(files).containsExactly(foreign.resolve("cat.jpg"));
    }
  }

  @Test
  void aCommandLineThatMakesNoSenseIsExplained() throws Exception {
    assertFails(run("serve"), "Say which data folder");
    assertThat(run("serve", "--what").waitFor()).isEqualTo(2);
    assertThat(run("serve", "--data", "x", "--signup", "maybe").waitFor()).isEqualTo(1);
    assertThat(run().waitFor()).isEqualTo(2);
    Process key = run("key", "--data", folder.resolve("none").toString());
    assertThat(errors(key)).contains("is no data folder yet");
    assertThat(key.waitFor()).isEqualTo(1);
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

  private Process serve(Path data, String port) throws IOException {
    return run("serve", "--data", data.toString(), "--port", port);
  }

  private Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ServerMain.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static URI announced(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    assertThat(line).startsWith("Tenantry answers at http://127.0.0.1:");
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
