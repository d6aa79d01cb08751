package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.files.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves half written. */
class TemporaryFilesTest {
  private static final long FEW_MILLIS = 5_000_000;
  private static final FileTime BEFORE = FileTime.from(Instant.now().minusSeconds(60));

  @TempDir private Path folder;

  @Test
  void theNextOpeningDeletesIt() throws Exception {
    LocalEngine.open(EngineConfig.at(folder)).close();
    List<Path> half =
        List.of(
            folder.resolve(".secret.key.12ab.part"),
            folder.resolve("hosts/shared/p/.main__t4.db.9f3.part"),
            folder.resolve("backups/p/t/.main.db.gz.sha256.1a2b3c.part"),
            folder.resolve("archives/shared/p/.base.0f.part"));
    List<Path> others =
        List.of(
            folder.resolve("hosts/shared/p/kept.part"),
            folder.resolve("imports/x/.download.12.part"));
    for (Path file : half) {
      Files.createDirectories(file.getParent());
      Files.setLastModifiedTime(Files.writeString(file, "half"), BEFORE);
    }
    for (Path file : others) {
      Files.createDirectories(file.getParent());
      Files.setLastModifiedTime(Files.writeString(file, "whole"), BEFORE);
    }

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      assertThat(engine.info().service()).isNotBlank();
      for (Path file : half) {
        while (Files.exists(file)) {
          LockSupport.parkNanos(FEW_MILLIS);
        }
      }
      assertThat(others.getFirst()).exists();
    }
  }

  /** Begins to write right after the opening, when the clock of files still lags behind. */
  @RepeatedTest(20)
  void whatIsWrittenNowStays() throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Path written =
          AtomicFiles.temporaryFor(
              Files.createDirectories(folder.resolve("workspaces")).resolve("main.db"));
      Files.writeString(written, "begun");
      Path old = Files.writeString(folder.resolve("workspaces/.old.1a.part"), "half");
      Files.setLastModifiedTime(old, BEFORE);
      assertThat(engine.info().service()).isNotBlank();
    }
    assertThat(folder.resolve("workspaces")).isDirectoryContaining("glob:**main.db*");
  }
}
