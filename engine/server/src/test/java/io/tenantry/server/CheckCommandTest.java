package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The check as its own process: what it prints, and with what it ends. */
class CheckCommandTest {
  @TempDir private Path temp;
  private Path data;

  @BeforeEach
  void make() {
    data = temp.resolve("data");
    LocalEngine.open(EngineConfig.at(data)).close();
  }

  /** What a process printed, and how it ended. */
  private record Ended(int code, String out, String err) {}

  @Test
  void aHealthyFolderEndsWithZero() throws Exception {
    Ended ended = check("--data", data.toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .containsPattern("^Checked 1 databases and 0 backups .* 0 errors, 0 warnings, 0 notes");
  }

  @Test
  void findingsEndWithThreeUntilTheyAreRepaired() throws Exception {
    Files.writeString(data.resolve(".secret.key.12ab.part"), "half");

    Ended found = check("--data", data.toString(), "--quick");
    assertThat(found.code()).isEqualTo(3);
    assertThat(found.out())
        .contains("warning  .secret.key.12ab.part: ")
        .contains("--repair would delete it")
        .contains("1 warnings");

    Ended repaired = check("--data", data.toString(), "--repair", "--json");
    assertThat(repaired.code()).isZero();
    JsonNode report = Json.tree(repaired.out().getBytes(StandardCharsets.UTF_8));
    assertThat(report.get("clean").asBoolean()).isTrue();
    assertThat(report.get("findings")).isEmpty();
    assertThat(report.get("repaired").get(0).get("kind").asString()).isEqualTo("temporary_file");
    assertThat(report.get("repaired").get(0).get("severity").asString()).isEqualTo("warning");
    assertThat(report.get("steps").toString()).contains("which ends what a crash cut short");
    assertThat(data.resolve(".secret.key.12ab.part")).doesNotExist();
    assertThat(report.get("looked").get("databases").asLong()).isEqualTo(1);
  }

  @Test
  void damageIsReportedAndSettingsComeFromTheFile() throws Exception {
    Path settings = temp.resolve("tenantry.properties");
    Files.writeString(settings, "data = " + data + "\n");
    Files.writeString(data.resolve("secret.key"), "ab".repeat(32));
    Files.setPosixFilePermissions(
        data.resolve("secret.key"), PosixFilePermissions.fromString("rw-------"));

    Ended ended = check("--config", settings.toString());

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("error    secret.key: ").doesNotContain("ab".repeat(32));
  }

  @Test
  void whatCannotBeCheckedEndsWithOneAndSaysWhy() throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      Ended inUse = check("--data", engine.dataFolder().toString());
      assertThat(inUse.code()).isEqualTo(1);
      assertThat(inUse.err())
          .contains("in use by process " + ProcessHandle.current().pid())
          .doesNotContain("\tat ");
    }
    Ended none = check("--data", temp.resolve("none").toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("is no data folder");
    assertThat(check().err()).contains("Say which data folder");
  }

  private Ended check(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "check"));
    command.addAll(List.of(arguments));
    Path err = temp.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }
}
