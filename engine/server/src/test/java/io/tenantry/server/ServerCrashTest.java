package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.FolderCheck;
import io.tenantry.core.inspection.CheckReport;
import io.tenantry.core.inspection.Finding;
import io.tenantry.testkit.CrashStory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed again and again under clients that do all there is to do: nothing that it
 * acknowledged is lost. By hand: {@code -Dtenantry.crashes=500} kills it as many times, {@code
 * -Dtenantry.crashes.seed} at other moments.
 */
@EnabledIfSystemProperty(named = "tenantry.crashes", matches = "\\d+")
class ServerCrashTest {
  private static final int KILLS = Integer.getInteger("tenantry.crashes", 6);

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    Path data = folder.resolve("data");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    try (DyingServer server = new DyingServer(data, sources)) {
      CrashStory story = new CrashStory(server, sources, Long.getLong("tenantry.crashes.seed", 1));
      for (int i = 0; i < KILLS; i++) {
        story.dieOnce();
      }
      server.reopen();
    }

    CheckReport report = new FolderCheck(EngineConfig.at(data)).look(false);
    assertThat(report.findings()).filteredOn(Finding::counts).isEmpty();
    assertThat(report.findings())
        .as("a history that cannot be proved to go on")
        .filteredOn(finding -> finding.kind().equals("archive_gap"))
        .isEmpty();
  }
}
