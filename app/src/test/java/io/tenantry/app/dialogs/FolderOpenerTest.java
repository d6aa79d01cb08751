package io.tenantry.app.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderOpenerTest {
  @TempDir Path folder;
  private final AtomicInteger impossible = new AtomicInteger();

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theProgramGetsTheFolder() throws IOException {
    Path told = folder.resolve("told");
    String script = "printf %s \"$0\" > '" + told + "'";
    opener("sh", "-c", script).open(folder.resolve("a b"), impossible::incrementAndGet);
    assertThat(Files.readString(told)).isEqualTo(folder.resolve("a b").toString());
    assertThat(impossible).hasValue(0);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProgramThatFailsIsToldOf() {
    opener("false").open(folder, impossible::incrementAndGet);
    assertThat(impossible).hasValue(1);
  }

  @Test
  void aProgramThatIsMissingIsToldOf() {
    opener("no-such-program-anywhere").open(folder, impossible::incrementAndGet);
    assertThat(impossible).hasValue(1);
  }

  private static FolderOpener opener(String... command) {
    return new FolderOpener(List.of(command), new SameThreadTaskRunner());
  }
}
