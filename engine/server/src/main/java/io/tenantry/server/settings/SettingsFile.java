package io.tenantry.server.settings;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration file: Java properties in UTF-8, one setting per line. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @throws EngineException BAD_REQUEST naming the file when it cannot be read
   */
  public static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new EngineException(
          ErrorCode.BAD_REQUEST,
          "The configuration file " + file + " cannot be read: " + e.getMessage(),
          Map.of("field", "config"),
          e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  /** Writes all values as a file that gives the same ones, each under what it means. */
  public static String write(SettingValues values) {
    StringBuilder text = new StringBuilder();
    for (SettingValues.Value value : values.all()) {
      text.append("# ")
          .append(value.setting().meaning())
          .append("\n# ")
          .append(value.setting().variable())
          .append("; this value: ")
          .append(value.source().words())
          .append('\n')
          .append(value.setting().key())
          .append(" = ")
          .append(value.text().replace("\\", "\\\\"))
          .append("\n\n");
    }
    return text.toString().stripTrailing();
  }
}
