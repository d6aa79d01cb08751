package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Map<String, String> LINUX =
      Map.of("os.name", "Linux", "user.home", "/home/ada");

  @Test
  void systemFoldersAreUsedWithoutOptions() {
    Folders folders = Folders.find(null, null, _ -> null, LINUX::get);
    assertThat(folders.data()).isEqualTo(Path.of("/home/ada/.local/share/tenantry"));
    assertThat(folders.config()).isEqualTo(Path.of("/home/ada/.config/tenantry"));
  }

  @Test
  void aHomeThatJavaDoesNotKnowIsAskedOfTheEnvironment() {
    Map<String, String> nobody = Map.of("os.name", "Linux", "user.home", "?");
    Folders folders = Folders.find(null, null, Map.of("HOME", "/srv/x")::get, nobody::get);
    assertThat(folders.data()).isEqualTo(Path.of("/srv/x/.local/share/tenantry"));
    assertThat(Folders.find(null, null, _ -> null, nobody::get).data().toString())
        .doesNotContain("?");
  }

  @Test
  void givenDataFolderBringsSettingsOfItsOwn() {
    Folders folders = Folders.find(Path.of("/srv/demo"), null, _ -> null, LINUX::get);
    assertThat(folders.config()).isEqualTo(Path.of("/srv/demo-console"));
  }

  @Test
  void freeDesktopVariablesAreHonoured() {
    Folders folders = Folders.find(null, null, Map.of("XDG_DATA_HOME", "/data")::get, LINUX::get);
    assertThat(folders.data()).isEqualTo(Path.of("/data/tenantry"));
  }
}
