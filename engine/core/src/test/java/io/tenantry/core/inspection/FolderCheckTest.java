package io.tenantry.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.FolderCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sort of damage, made on a copy of a folder in which everything has happened. */
class FolderCheckTest {
  @TempDir private static Path parent;
  private static Path lived;

  @TempDir private Path temp;
  private Path folder;

  @BeforeAll
  static void live() {
    lived = parent.resolve("data");
    LivedInFolder.live(lived);
  }

  @BeforeEach
  void copy() throws IOException {
    folder = temp.resolve("data");
    FolderFiles.copy(lived, folder);
  }

  private CheckReport check() {
    return new FolderCheck(EngineConfig.at(folder)).look(false);
  }

  @Test
  void aHealthyFolderHasNoFindingAndIsNotTouched() throws IOException {
    List<String> before = FolderFiles.state(folder);

    CheckReport report = check();

    assertThat(report.findings()).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(FolderFiles.state(folder)).isEqualTo(before);
  }
}
