package io.tenantry.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpaceInspectionTest {
  @TempDir private Path folder;

  @Test
  void whatIsFreeIsAskedOfThePlaceItself() {
    assertThat(SpaceInspection.free(folder))
        .hasValueSatisfying(free -> assertThat(free).isPositive());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereTheSystemDoesNotTellNothingFails() {
    assertThat(SpaceInspection.free(Path.of("/proc"))).isEmpty();
  }
}
