package io.tenantry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes {@link ConsoleSettings} as {@code console.json}. A field that is missing or
 * strange takes its initial value; a file that is no JSON, or of another version of the console, is
 * kept aside, never overwritten. Any thread.
 */
public final class ConsoleSettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSettingsFile.class);

  private final Path folder;
  private final Path file;

  public ConsoleSettingsFile(Path configFolder) {
    this.folder = configFolder;
    this.file = configFolder.resolve("console.json");
  }

  /** Reads what was kept, or the initial settings; earlier forms are brought to today's. */
  public synchronized ConsoleSettings read() {
    if (!Files.exists(file) && !Files.exists(folder.resolve("editors"))) {
      return ConsoleSettings.initial();
    }
    try {
      return fromJson(current());
    } catch (JacksonException e) {
      LOG.warn("{} is no JSON; it is kept aside and settings start anew", file, e);
      JsonFiles.keepAside(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be read; settings start anew", file, e);
    }
    return ConsoleSettings.initial();
  }

  /** Writes the settings; a failure is logged, because no work depends on it. */
  public synchronized void write(ConsoleSettings settings) {
    try {
      JsonFiles.write(file, toJson(settings));
    } catch (IOException e) {
      LOG.warn("Settings could not be written to {}", file, e);
    }
  }

  private JsonNode current() throws IOException {
    JsonNode read =
        Files.exists(file) ? JsonFiles.read(file) : JsonNodeFactory.instance.objectNode();
    if (!(read instanceof ObjectNode root)) {
      return read;
    }
    int version = SettingsMigrations.versionOf(root);
    if (version != SettingsMigrations.CURRENT) {
      keepCopy(version);
      new SettingsMigrations(folder).run(root);
      WholeFiles.write(file, root.toPrettyString());
    }
    return root;
  }

  private void keepCopy(int version) throws IOException {
    Path copy = file.resolveSibling("console.json.v" + version);
    if (Files.exists(file)) {
      Files.copy(
          file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static Map<String, Object> toJson(ConsoleSettings settings) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", SettingsMigrations.CURRENT);
    root.put("theme", settings.theme().name());
    root.put("density", settings.density().name());
    root.put("scale", settings.scale().percent());
    root.put("sidebarCollapsed", settings.sidebarCollapsed());
    root.put("windows", settings.windows().stream().map(ConsoleSettingsFile::toJson).toList());
    root.put("projects", new TreeMap<>(settings.projects()));
    root.put("layout", new TreeMap<>(settings.layout()));
    root.put("values", new TreeMap<>(settings.values()));
    return root;
  }

  private static Map<String, Object> toJson(WindowState window) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("connection", window.connection());
    root.put("project", window.project());
    root.put("route", window.route());
    root.put("subject", window.subject());
    window.place().ifPresent(place -> root.put("place", place));
    return root;
  }

  private static ConsoleSettings fromJson(JsonNode root) {
    return new ConsoleSettings(
        JsonFiles.choice(root.path("theme"), ThemeChoice.values(), ThemeChoice.SYSTEM),
        JsonFiles.choice(root.path("density"), Density.values(), Density.COMFORTABLE),
        scale(root.path("scale").asInt(0)),
        root.path("sidebarCollapsed").asBoolean(false),
        windows(root.path("windows")),
        JsonFiles.texts(root.path("projects")),
        JsonFiles.numbers(root.path("layout")),
        JsonFiles.texts(root.path("values")));
  }

  private static UiScale scale(int percent) {
    return Arrays.stream(UiScale.values())
        .filter(each -> each.percent() == percent)
        .findFirst()
        .orElse(UiScale.PERCENT_100);
  }

  private static List<WindowState> windows(JsonNode nodes) {
    List<WindowState> windows = new ArrayList<>();
    for (JsonNode node : nodes) {
      windows.add(
          new WindowState(
              node.path("connection").asString(""),
              node.path("project").asString(""),
              node.path("route").asString(""),
              node.path("subject").asString(""),
              place(node.path("place"))));
    }
    return windows;
  }

  private static Optional<WindowPlace> place(JsonNode node) {
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
}
