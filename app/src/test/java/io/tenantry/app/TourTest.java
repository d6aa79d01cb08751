package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tour.Tour;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TourTest extends FxTest {
  @Test
  @Timeout(240)
  void mainJobRunsFromTheFirstWorkspaceToReopening(@TempDir Path folder) throws Exception {
    Path pictures = folder.resolve("pictures");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    StringWriter said = new StringWriter();
    TourStage console = fx(() -> new TourStage(folders, pictures));
    try {
      console.awaitOpen();
      new Tour(console, console, new PrintWriter(said)).run(Tours.sample());
    } finally {
      console.close();
    }
    assertThat(said.toString())
        .contains(
            "200/200 tenants, 1 failed", "200/200 tenants completed", "all on the new version");
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files.count()).isGreaterThanOrEqualTo(18);
    }
  }
}
