package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server whose file descriptors run out. */
@DisabledOnOs(OS.WINDOWS)
class ServerDescriptorsTest {
  private static final int DESCRIPTORS = 260;

  @TempDir private Path folder;

  @Test
  void itGoesOnWhenTheyAreFreeAgainAndSaysWhatWasWrong() throws Exception {
    Path data = folder.resolve("data");
    Process process = serve(data);
    try {
      URI url = announced(process);
      List<RawSocket> silent = new ArrayList<>();
      String refused = "";
      try {
        for (int i = 0; i < DESCRIPTORS + 50; i++) {
          silent.add(new RawSocket(url));
        }
        RawSocket client = new RawSocket(url);
        silent.add(client);
        refused = client.say("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").reply();
      } catch (ConnectException nobodyListens) {
        refused = "";
      } finally {
        for (RawSocket each : silent) {
          each.close();
        }
      }

      assertThat(refused)
          .satisfiesAnyOf(
              reply -> assertThat(reply).isEmpty(), // its place was taken meanwhile
              reply -> assertThat(reply).contains("healthy"),
              reply -> assertThat(reply).startsWith("HTTP/1.1 503").contains("no_descriptors"));
      assertAnswers(url);
      assertThat(Files.readString(data.resolve("logs/server.log")))
          .contains("No file descriptors are left");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** As soon as it has seen that they are free. */
  private static void assertAnswers(URI url) throws InterruptedException {
    try (RawHttp http = new RawHttp(url, Optional.empty())) {
      int status = 0;
      for (int i = 0; i < 100 && status != 200; i++) {
        status = status(http);
        if (status != 200) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
      }
      assertThat(status).isEqualTo(200);
    }
  }

  private static int status(RawHttp http) {
    try {
      return http.get("/health").status();
    } catch (AssertionError refused) {
      return 0;
    }
  }

  private static Process serve(Path data) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -n " + DESCRIPTORS + " && exec \"$0\" \"$@\"",
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName(),
            "serve",
            "--data",
            data.toString(),
            "--port",
            "0");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static URI announced(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    assertThat(line).startsWith("Tenantry answers at http://127.0.0.1:");
    return URI.create(line.substring(line.indexOf("http")));
  }
}
