package io.tenantry.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.server.settings.SettingValues.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingValuesTest {
  @TempDir private Path folder;

  private static SettingValues file(String key, String value) {
    return SettingValues.of(Map.of(), Map.of(), Map.of(key, value));
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() {
    Map<String, String> three = Map.of("port", "3", "host", "3", "tier", "3");
    SettingValues values =
        SettingValues.of(
            Map.of("port", "1"), Map.of("TENANTRY_PORT", "2", "TENANTRY_HOST", "2"), three);

    assertThat(values.text("port")).contains("1");
    assertThat(values.text("host")).contains("2");
    assertThat(values.text("tier")).contains("3");
    assertThat(values.text("signup")).contains("first");
    assertThat(values.all())
        .filteredOn(value -> value.source() != Source.DEFAULT)
        .extracting(value -> value.setting().key() + " " + value.source().words())
        .containsExactly("host environment", "port command line", "tier file");
  }

  @Test
  void valuesAreReadInTheirForms() {
    assertThat(file("backups.at", "23:15").timeOfDay("backups.at")).isEqualTo(LocalTime.of(23, 15));
    assertThat(file("recovery.window", "36h").duration("recovery.window"))
        .isEqualTo(Duration.ofHours(36));
    assertThat(file("logs.slow", "250ms").duration("logs.slow")).isEqualTo(Duration.ofMillis(250));
    assertThat(file("backups.nightly", "no").flag("backups.nightly")).isFalse();
    assertThat(file("regions", "a, b ,c").list("regions")).containsExactly("a", "b", "c");
  }

  @Test
  void anAddressHasASchemeAHostAndNoPath() {
    assertThat(file("public-url", "https://db.example.com/").address("public-url"))
        .contains(URI.create("https://db.example.com"));
    assertThat(file("public-url", "http://[::1]:8080").address("public-url"))
        .contains(URI.create("http://[::1]:8080"));
    assertThat(file("port", "1").address("public-url")).isEmpty();
    for (String wrong :
        List.of(
            "db.example.com", "ftp://db", "https://db/x", "https://a:b@db", "https://", "h t")) {
      assertThatThrownBy(() -> file("public-url", wrong).address("public-url"))
          .hasMessageContaining("public-url must be an address such as https://db.example.com");
    }
  }

  @Test
  void aWrongValueIsNamedWithItsSetting() {
    assertThatThrownBy(() -> file("port", "many").integer("port", 0, 65_535))
        .hasMessage("port must be a whole number (it is 'many', from file)");
    assertThatThrownBy(() -> file("port", "70000").integer("port", 0, 65_535))
        .hasMessageContaining("must be between 0 and 65535");
    assertThatThrownBy(() -> file("logs.slow", "soon").duration("logs.slow"))
        .hasMessageContaining("a length of time such as 100ms");
    assertThatThrownBy(() -> file("backups.at", "25:00").timeOfDay("backups.at"))
        .hasMessageContaining("a time of day");
  }

  @Test
  void anUnknownSettingIsRefusedWithASuggestion() {
    assertThatThrownBy(() -> file("backup.at", "03:00"))
        .hasMessage(
            "Unknown setting 'backup.at' in the configuration file; did you mean 'backups.at'?");
    assertThatThrownBy(() -> SettingValues.of(Map.of("x.y", ""), Map.of(), Map.of()))
        .hasMessageStartingWith("Unknown setting 'x.y' on the command line");
  }

  @Test
  void eachZoneHasItsOwnSettings() {
    SettingValues values =
        SettingValues.of(
            Map.of(),
            Map.of(),
            Map.of("regions", "berlin, eu-central", "region.berlin.storage", "/mnt/fast"));

    assertThat(values.text("region.berlin.storage")).contains("/mnt/fast");
    assertThat(values.text("region.berlin.label")).contains("berlin");
    assertThat(values.text("region.eu-central.label")).contains("Europe");
  }

  @Test
  void whatIsPrintedIsAFileWithTheSameValues() throws IOException {
    SettingValues values = file("imports.folders", "C:\\data, /srv/ü");
    Path printed = folder.resolve("tenantry.properties");
    Files.writeString(printed, SettingsFile.write(values));

    SettingValues again = SettingValues.of(Map.of(), Map.of(), SettingsFile.read(printed));

    assertThat(again.all())
        .extracting(SettingValues.Value::text)
        .isEqualTo(values.all().stream().map(SettingValues.Value::text).toList());
  }

  @Test
  void theReferencePageNamesEverySetting() throws IOException {
    String page = Files.readString(docs());
    for (Setting setting : Settings.fixed()) {
      assertThat(page)
          .contains("| `" + setting.key() + "` | " + shown(setting) + " | " + setting.meaning());
    }
  }

  /** Tests run in the folder of their module, or in that of the build. */
  private static Path docs() {
    Path here = Path.of("docs/configuration.md");
    return Files.exists(here) ? here : Path.of("../../docs/configuration.md");
  }

  private static String shown(Setting setting) {
    return setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
  }
}
