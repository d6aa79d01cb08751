package io.tenantry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads and writes what the screens of one project remember, as {@code screens.json}. */
final class MemoryFile {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryFile.class);

  private final Path file;

  /**
   * What is kept.
   *
   * @param layout column widths and splitter positions by name
   * @param values filters, sort, selections and open tabs by name
   */
  record Kept(Map<String, Double> layout, Map<String, String> values) {
    Kept {
      layout = Map.copyOf(layout);
      values = Map.copyOf(values);
    }
  }

  MemoryFile(Path folder) {
    this.file = folder.resolve("screens.json");
  }

  /** Reads what was kept, or nothing; a file that is no JSON is kept aside. */
  Kept read() {
    if (!Files.exists(file)) {
      return new Kept(Map.of(), Map.of());
    }
    try {
      JsonNode root = JsonFiles.read(file);
      return new Kept(JsonFiles.numbers(root.path("layout")), JsonFiles.texts(root.path("values")));
    } catch (JacksonException e) {
      LOG.warn("{} is no JSON; it is kept aside", file, e);
      JsonFiles.keepAside(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be read", file, e);
    }
    return new Kept(Map.of(), Map.of());
  }

  /** Writes it; a failure is logged, because no work depends on it. Any thread. */
  void write(Kept kept) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("layout", new TreeMap<>(kept.layout()));
    root.put("values", new TreeMap<>(kept.values()));
    try {
      JsonFiles.write(file, root);
    } catch (IOException e) {
      LOG.warn("{} could not be written", file, e);
    }
  }
}
