package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsCardTest {
  @TempDir Path devices;

  @Test
  void aMachineWithoutACardHasNone() throws IOException {
    for (String other : List.of("null", "tty0", "fb0", "shm")) {
      Files.createFile(devices.resolve(other));
    }
    assertThat(GraphicsCard.isIn(devices)).isFalse();
  }

  /** As virtual machines have them: a screen, and nothing that draws. */
  @Test
  void aScreenWithoutARendererIsNoCard() throws IOException {
    Path linux = Files.createDirectory(devices.resolve("dri"));
    Files.createFile(linux.resolve("card0"));
    assertThat(GraphicsCard.isIn(devices)).isFalse();
    Files.createFile(linux.resolve("renderD128"));
    assertThat(GraphicsCard.isIn(devices)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nvidia0", "nvidiactl", "dxg", "mali0", "kgsl-3d0", "pvrsrvkm"})
  void whatDriversPutThereIsACard(String device) throws IOException {
    Files.createFile(devices.resolve(device));
    assertThat(GraphicsCard.isIn(devices)).isTrue();
  }

  @Test
  void whatCannotBeLookedAtMayHaveOne() {
    assertThat(GraphicsCard.isIn(devices.resolve("missing"))).isTrue();
  }
}
