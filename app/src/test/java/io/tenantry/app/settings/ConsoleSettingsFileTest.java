package io.tenantry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSettingsFileTest {
  @TempDir private Path folder;

  @Test
  void everythingComesBack() {
    ConsoleSettings settings =
        new ConsoleSettings(
            ThemeChoice.DARK,
            Density.COMPACT,
            UiScale.PERCENT_150,
            true,
            List.of(
                new WindowState(
                    "p1",
                    "tdb_11111111",
                    "DEPLOYMENT",
                    "dep_22222222",
                    Optional.of(new WindowPlace(10, 20, 1200, 800, false))),
                WindowState.fresh()),
            Map.of("p1", "tdb_11111111"),
            Map.of("column.tenants.State", 120.5),
            Map.of("tenants.filter", "state:ready"));
    new ConsoleSettingsFile(folder).write(settings);
    assertThat(new ConsoleSettingsFile(folder).read()).isEqualTo(settings);
  }

  @Test
  void missingFileGivesTheInitialSettings() {
    assertThat(new ConsoleSettingsFile(folder).read()).isEqualTo(ConsoleSettings.initial());
  }

  @Test
  void strangeFieldsTakeTheirInitialValue() throws IOException {
    Files.writeString(
        folder.resolve("console.json"),
        """
        {"version":3,"theme":"PINK","density":7,"windows":[{"place":{"width":1}}],"layout":{"a":"b","c":3},"more":[]}\
        """);
    ConsoleSettings read = new ConsoleSettingsFile(folder).read();
    assertThat(read.theme()).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(read.windows()).containsExactly(WindowState.fresh());
    assertThat(read.layout()).isEqualTo(Map.of("c", 3.0));
  }

  @Test
  void fileThatIsNoJsonIsKeptAside() throws IOException {
    Files.writeString(folder.resolve("console.json"), "{ half a fil");
    assertThat(new ConsoleSettingsFile(folder).read()).isEqualTo(ConsoleSettings.initial());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .singleElement()
          .asString()
          .startsWith("console.json.unreadable");
    }
  }
}
