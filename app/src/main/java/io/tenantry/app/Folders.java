package io.tenantry.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the console keeps its things: given on the command line, or where the system puts them.
 *
 * @param data the local engine's data
 * @param config the console's own settings
 */
record Folders(Path data, Path config) {
  /**
   * Finds the folders.
   *
   * @param data from the command line, or null
   * @param config from the command line, or null; with a data folder it lies inside that one
   */
  static Folders find(@Nullable Path data, @Nullable Path config) {
    return find(data, config, System::getenv, System::getProperty);
  }

  static Folders find(
      @Nullable Path data,
      @Nullable Path config,
      UnaryOperator<@Nullable String> env,
      UnaryOperator<@Nullable String> property) {
    Path home = home(property.apply("user.home"), env.apply("HOME"));
    String os = or(property.apply("os.name"), "").toLowerCase(Locale.ROOT);
    Path systemData;
    Path systemConfig;
    if (os.contains("win")) {
      systemData = base(env.apply("LOCALAPPDATA"), home.resolve("AppData/Local"), "Tenantry/data");
      systemConfig = base(env.apply("APPDATA"), home.resolve("AppData/Roaming"), "Tenantry");
    } else if (os.contains("mac")) {
      systemData = home.resolve("Library/Application Support/Tenantry/data");
      systemConfig = home.resolve("Library/Application Support/Tenantry/config");
    } else {
      systemData = base(env.apply("XDG_DATA_HOME"), home.resolve(".local/share"), "tenantry");
      systemConfig = base(env.apply("XDG_CONFIG_HOME"), home.resolve(".config"), "tenantry");
    }
    Path chosenData = data == null ? systemData : data;
    Path besideData =
        data == null ? systemConfig : data.resolveSibling(data.getFileName() + "-console");
    return new Folders(
        chosenData.toAbsolutePath().normalize(),
        (config == null ? besideData : config).toAbsolutePath().normalize());
  }

  /** Java says {@code ?} where the system knows no home of this user. */
  private static Path home(@Nullable String known, @Nullable String variable) {
    return Stream.of(or(known, "?"), or(variable, "?"))
        .filter(folder -> !folder.isBlank() && !folder.equals("?"))
        .findFirst()
        .map(Path::of)
        .orElse(Path.of("."));
  }

  private static Path base(@Nullable String folder, Path usual, String name) {
    return (folder == null || folder.isBlank() ? usual : Path.of(folder)).resolve(name);
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }
}
