package io.tenantry.core.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writingReplacesTheWholeFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a");
    AtomicFiles.write(file, "a long first text".getBytes(UTF_8));
    AtomicFiles.write(file, "short".getBytes(UTF_8));

    assertThat(file).hasContent("short");
    try (var entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void filesAndFoldersAreForTheOwnerOnly() throws IOException {
    Path below = folder.resolve("x/y");
    AtomicFiles.createFolder(below);
    Path file = below.resolve("a");
    AtomicFiles.write(file, new byte[1]);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(below)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aMissingFolderIsMade() {
    Path file = folder.resolve("a/b/c");
    AtomicFiles.write(file, new byte[] {7});

    assertThat(file).hasBinaryContent(new byte[] {7});
  }

  @Test
  void aFileInPlaceOfAFolderIsNamedAndKept() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "x");

    EngineException failure =
        catchThrowableOfType(
            EngineException.class, () -> AtomicFiles.write(blocked.resolve("a"), new byte[] {1}));

    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(failure).hasMessageContaining(blocked.toString());
    assertThat(blocked).hasContent("x");
  }

  @Test
  void deletingATreeKeepsWhatLinksPointTo() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "x");
    Path tree = Files.createDirectories(folder.resolve("tree/below"));
    Files.writeString(tree.resolve("file"), "x");
    Files.createSymbolicLink(tree.resolve("link"), kept);

    AtomicFiles.deleteTree(folder.resolve("tree"));
    AtomicFiles.deleteTree(folder.resolve("tree"));

    assertThat(folder.resolve("tree")).doesNotExist();
    assertThat(kept.resolve("file")).exists();
  }

  @Test
  void aFullDiskIsTold() {
    EngineException failure =
        FileFailures.of("write", folder, new IOException("No space left on device"));

    assertThat(failure).hasMessage("Cannot write " + folder + ": the disk is full");
    assertThat(failure.detail("reason")).contains("disk_full");
  }
}
