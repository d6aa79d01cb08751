package io.tenantry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The console's JSON files: written whole, read with patience for what is strange in them. */
final class JsonFiles {
  private static final Logger LOG = LoggerFactory.getLogger(JsonFiles.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonFiles() {}

  static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  static void write(Path file, Map<String, ?> root) throws IOException {
    WholeFiles.write(file, JSON.writeValueAsString(root));
  }

  /** Moves a file away that cannot be understood, so that nothing overwrites it. */
  static void keepAside(Path file) {
    try {
      Files.move(
          file, file.resolveSibling(file.getFileName() + ".unreadable-" + System.nanoTime()));
    } catch (IOException e) {
      LOG.warn("{} could not be kept aside", file, e);
    }
  }

  static <E extends Enum<E>> E choice(JsonNode node, E[] values, E initial) {
    String name = node.asString("");
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return initial;
  }

  static Map<String, Double> numbers(JsonNode node) {
    Map<String, Double> found = new HashMap<>();
    node.forEachEntry(
        (key, value) -> {
          if (value.isNumber()) {
            found.put(key, value.asDouble());
          }
        });
    return found;
  }

  static Map<String, String> texts(JsonNode node) {
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
