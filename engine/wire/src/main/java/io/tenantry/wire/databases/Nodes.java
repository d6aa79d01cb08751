package io.tenantry.wire.databases;

import io.tenantry.contract.error.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a request; null counts as missing. Errors name the field, and whoever reads a
 * list puts the place in front: that costs nothing as long as nothing is wrong.
 */
final class Nodes {
  private Nodes() {}

  static Optional<JsonNode> find(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  static JsonNode required(JsonNode node, String name) {
    return find(node, name).orElseThrow(() -> wrong(name, "is required"));
  }

  static JsonNode object(JsonNode node, String name) {
    JsonNode value = required(node, name);
    if (!value.isObject()) {
      throw wrong(name, "must be an object");
    }
    return value;
  }

  static String text(JsonNode node, String name) {
    return optionalText(node, name).orElseThrow(() -> wrong(name, "is required"));
  }

  static Optional<String> optionalText(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw wrong(name, "must be a string");
    }
    return Optional.of(value.stringValue());
  }

  static Optional<Integer> optionalInteger(JsonNode node, String name) {
    return find(node, name).map(value -> integer(name, value));
  }

  static int integer(JsonNode node, String name) {
    return integer(name, required(node, name));
  }

  private static int integer(String name, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "must be a 32-bit integer");
    }
    return value.intValue();
  }

  static boolean flag(JsonNode node, String name, boolean fallback) {
    return find(node, name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw wrong(name, "must be true or false");
              }
              return value.booleanValue();
            })
        .orElse(fallback);
  }

  /** Reads a list of objects; a missing one is empty. */
  static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> reader) {
    @Nullable JsonNode array = node.get(name);
    if (array == null || array.isNull()) {
      return List.of();
    }
    if (!array.isArray()) {
      throw wrong(name, "must be an array");
    }
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      if (!item.isObject()) {
        throw wrong(name + "[" + i + "]", "must be an object");
      }
      try {
        items.add(reader.apply(item));
      } catch (EngineException e) {
        throw placed(name + "[" + i + "]", e);
      }
    }
    return items;
  }

  /** Reads a part; an error inside says where. */
  static <T> T inside(String place, JsonNode part, Function<JsonNode, T> reader) {
    try {
      return reader.apply(part);
    } catch (EngineException e) {
      throw placed(place, e);
    }
  }

  private static EngineException placed(String place, EngineException e) {
    String field = e.detail("field").orElse("");
    return EngineException.badField(place + "." + field, place + "." + e.message());
  }

  static EngineException wrong(String name, String reason) {
    return EngineException.badField(name, name + " " + reason);
  }
}
