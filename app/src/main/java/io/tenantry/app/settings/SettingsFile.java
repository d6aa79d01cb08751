package io.tenantry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@link ConsoleSettings} as {@code console.json}. A field that is missing or
 * strange takes its initial value; a file that is no JSON is kept aside, never overwritten. Any
 * thread.
 */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  public SettingsFile(Path configFolder) {
    this.file = configFolder.resolve("console.json");
  }

  /** Reads what was kept, or the initial settings. */
  public ConsoleSettings read() {
    if (!Files.exists(file)) {
      return ConsoleSettings.initial();
    }
    try {
      return fromJson(JSON.readTree(Files.readString(file)));
    } catch (JacksonException e) {
      LOG.warn("{} is no JSON; it is kept aside and settings start anew", file, e);
      keepAside();
    } catch (IOException e) {
      LOG.warn("{} cannot be read; settings start anew", file, e);
    }
    return ConsoleSettings.initial();
  }

  /** Writes the settings; a failure is logged, because no work depends on it. */
  public synchronized void write(ConsoleSettings settings) {
    try {
      AtomicFiles.write(file, JSON.writeValueAsString(toJson(settings)));
    } catch (IOException e) {
      LOG.warn("Settings could not be written to {}", file, e);
    }
  }

  private void keepAside() {
    try {
      Files.move(file, file.resolveSibling("console.json.unreadable-" + System.nanoTime()));
    } catch (IOException e) {
      LOG.warn("{} could not be kept aside", file, e);
    }
  }

  private static Map<String, Object> toJson(ConsoleSettings settings) {
    Map<String, Object> root = new java.util.LinkedHashMap<>();
    root.put("theme", settings.theme().name());
    root.put("density", settings.density().name());
    root.put("sidebarCollapsed", settings.sidebarCollapsed());
    root.put("connection", settings.connection());
    root.put("route", settings.route());
    settings.window().ifPresent(window -> root.put("window", window));
    root.put("layout", new java.util.TreeMap<>(settings.layout()));
    root.put("values", new java.util.TreeMap<>(settings.values()));
    return root;
  }

  private static ConsoleSettings fromJson(JsonNode root) {
    return new ConsoleSettings(
        choice(root.path("theme"), ThemeChoice.values(), ThemeChoice.SYSTEM),
        choice(root.path("density"), Density.values(), Density.COMFORTABLE),
        root.path("sidebarCollapsed").asBoolean(false),
        root.path("connection").asString(""),
        root.path("route").asString(""),
        window(root.path("window")),
        numbers(root.path("layout")),
        texts(root.path("values")));
  }

  private static <E extends Enum<E>> E choice(JsonNode node, E[] values, E initial) {
    String name = node.asString("");
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return initial;
  }

  private static Optional<WindowPlace> window(JsonNode node) {
    double width = node.path("width").asDouble(0);
    double height = node.path("height").asDouble(0);
    if (width < 200 || height < 200) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowPlace(
            node.path("x").asDouble(0),
            node.path("y").asDouble(0),
            width,
            height,
            node.path("maximized").asBoolean(false)));
  }

  private static Map<String, Double> numbers(JsonNode node) {
    Map<String, Double> found = new HashMap<>();
    node.forEachEntry(
        (key, value) -> {
          if (value.isNumber()) {
            found.put(key, value.asDouble());
          }
        });
    return found;
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> found = new HashMap<>();
    node.forEachEntry(
        (key, value) -> {
          if (value.isString()) {
            found.put(key, value.asString());
          }
        });
    return found;
  }
}
