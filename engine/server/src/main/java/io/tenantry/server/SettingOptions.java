package io.tenantry.server;

import io.tenantry.contract.error.EngineException;
import io.tenantry.server.settings.SettingValues;
import io.tenantry.server.settings.SettingsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which settings are given; the same for all commands that need them. */
final class SettingOptions {
  private static final String CONFIG_VARIABLE = "TENANTRY_CONFIG";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "file with settings; also in the variable TENANTRY_CONFIG")
  private @Nullable Path config;

  @Option(names = "--data", paramLabel = "DIR", description = "data folder")
  private @Nullable String data;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "address to listen on (default 127.0.0.1: this machine only)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "TCP port, 0 for any free one (default 8080)")
  private @Nullable String port;

  @Option(
      names = "--signup",
      paramLabel = "MODE",
      description = "who may create an account: first, open or closed (default first)")
  private @Nullable String signup;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description =
          "limits of new projects: free, starter, growth, scale or enterprise (default"
              + " enterprise: none)")
  private @Nullable String tier;

  @Option(
      names = "--ip-limit",
      paramLabel = "MODE",
      description =
          "limit requests by address: on, off or auto (default auto: except for this machine)")
  private @Nullable String ipLimit;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "any other setting; 'tenantry-server config' shows all")
  private Map<String, String> set = new LinkedHashMap<>();

  /**
   * Puts options, environment and file together.
   *
   * @throws EngineException BAD_REQUEST for a file that cannot be read or a key that is no setting
   */
  SettingValues values(Map<String, String> environment) {
    Map<String, String> options = new LinkedHashMap<>(set);
    put(options, "data", data);
    put(options, "host", host);
    put(options, "port", port);
    put(options, "signup", signup);
    put(options, "tier", tier);
    put(options, "limits.ip", ipLimit);
    Optional<Path> file =
        Optional.ofNullable(config)
            .or(() -> Optional.ofNullable(environment.get(CONFIG_VARIABLE)).map(Path::of));
    return SettingValues.of(options, environment, file.map(SettingsFile::read).orElseGet(Map::of));
  }

  private static void put(Map<String, String> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
