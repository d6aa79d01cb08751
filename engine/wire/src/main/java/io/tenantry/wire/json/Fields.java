package io.tenantry.wire.json;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request body. Each getter answers BAD_REQUEST naming the field when it is missing
 * or of another type; null counts as missing; unknown fields are ignored.
 */
public final class Fields {
  private final JsonNode node;
  private final String prefix;

  private Fields(JsonNode node, String prefix) {
    this.node = node;
    this.prefix = prefix;
  }

  /**
   * Reads a request body.
   *
   * @throws EngineException BAD_REQUEST {@code Request body must be a JSON object}
   */
  public static Fields of(byte[] body) {
    JsonNode node = parse(body);
    if (!node.isObject()) {
      throw EngineException.badRequest("Request body must be a JSON object");
    }
    return new Fields(node, "");
  }

  /** The fields of a request without body. */
  public static Fields none() {
    return new Fields(Json.tree("{}".getBytes(StandardCharsets.UTF_8)), "");
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.tree(body);
    } catch (JsonException malformed) {
      throw EngineException.badRequest(
          isUtf8(body) ? "Request body must be a JSON object" : "Request body is not UTF-8");
    }
  }

  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** Returns a text that must be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** Returns a text. */
  public Optional<String> optionalText(String name) {
    return find(name).map(value -> text(label(name), value));
  }

  /** Returns a text, also from a number or a boolean (1 and 0). */
  public Optional<String> optionalScalar(String name) {
    return find(name)
        .map(
            value ->
                switch (value.getNodeType()) {
                  case NUMBER -> value.asString();
                  case BOOLEAN -> value.booleanValue() ? "1" : "0";
                  default -> text(label(name), value);
                });
  }

  /** Returns a whole number that must be there. */
  public int integer(String name) {
    return optionalInteger(name).orElseThrow(() -> missing(name));
  }

  /** Returns a whole number. */
  public Optional<Integer> optionalInteger(String name) {
    return find(name)
        .map(
            value -> {
              if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(label(name), "must be an integer");
              }
              return value.intValue();
            });
  }

  /** Returns a switch, or the fallback when it is missing. */
  public boolean flag(String name, boolean fallback) {
    return optionalFlag(name).orElse(fallback);
  }

  /** Returns a switch. */
  public Optional<Boolean> optionalFlag(String name) {
    return find(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw wrong(label(name), "must be true or false");
              }
              return value.booleanValue();
            });
  }

  /** Returns a constant that must be there. */
  public <E extends Enum<E> & Coded> E coded(String name, Class<E> type) {
    return constant(label(name), text(name), type);
  }

  /** Returns a list of texts; a missing one is empty. */
  public List<String> texts(String name) {
    return list(name, Fields::text);
  }

  /** Returns a list of objects; a missing one is empty. */
  public List<Fields> objects(String name) {
    return list(name, Fields::object);
  }

  /** Returns an object. */
  public Optional<Fields> optionalObject(String name) {
    return find(name).map(value -> object(label(name), value));
  }

  /** Returns an object whose fields are all texts, under names that are free; missing is empty. */
  public Map<String, String> textsByName(String name) {
    return optionalObject(name).map(Fields::allTexts).orElse(Map.of());
  }

  private Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : node.propertyNames()) {
      texts.put(name, text(name));
    }
    return texts;
  }

  /** Returns an object that must be there. */
  public Fields object(String name) {
    return find(name).map(value -> object(label(name), value)).orElseThrow(() -> missing(name));
  }

  /** Returns a list of objects that must be there. */
  public List<Fields> requiredObjects(String name) {
    if (find(name).isEmpty()) {
      throw missing(name);
    }
    return objects(name);
  }

  /** Returns values for the parameters of a statement. */
  public Parameters parameters(String name) {
    return find(name)
        .map(value -> ParametersJson.read(label(name), value))
        .orElseGet(Parameters::none);
  }

  /** Makes a value that checks itself; what it says about a field names it from the root. */
  public <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (EngineException e) {
      throw e.detail("field")
          .filter(field -> e.message().startsWith(field))
          .map(field -> EngineException.badField(label(field), prefix + e.message()))
          .orElse(e);
    }
  }

  /**
   * Refuses fields that mean something in the API which this engine does not do. Ignored, they
   * would make a call do more than was asked for.
   */
  public void refuse(String... names) {
    for (String name : names) {
      find(name)
          .filter(value -> !value.isBoolean() || value.booleanValue())
          .ifPresent(
              _ -> {
                throw wrong(label(name), "is not available on this engine");
              });
    }
  }

  /** Refuses every field outside the given ones. */
  public void allowOnly(Collection<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw wrong(label(name), "is not a setting; use " + String.join(", ", names));
      }
    }
  }

  /**
   * Reads a constant.
   *
   * @throws EngineException BAD_REQUEST {@code mode must be one of: tenant, control}
   */
  public static <E extends Enum<E> & Coded> E constant(String name, String code, Class<E> type) {
    return Coded.find(type, code).orElseThrow(() -> notOneOf(name, codes(type)));
  }

  /** Returns the error for a text outside a closed set. */
  public static EngineException notOneOf(String name, List<String> allowed) {
    return wrong(name, "must be one of: " + String.join(", ", allowed));
  }

  private static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.toList());
  }

  private <T> List<T> list(String name, BiFunction<String, JsonNode, T> read) {
    JsonNode array = find(name).orElse(null);
    if (array == null) {
      return List.of();
    }
    if (!array.isArray()) {
      throw wrong(label(name), "must be an array");
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(read.apply(label(name) + "[" + i + "]", array.get(i)));
    }
    return items;
  }

  private Optional<JsonNode> find(String name) {
    @Nullable JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private static String text(String label, JsonNode value) {
    if (!value.isString()) {
      throw wrong(label, "must be a string");
    }
    return value.stringValue();
  }

  private static Fields object(String label, JsonNode value) {
    if (!value.isObject()) {
      throw wrong(label, "must be an object");
    }
    return new Fields(value, label + ".");
  }

  private String label(String name) {
    return prefix + name;
  }

  private EngineException missing(String name) {
    return wrong(label(name), "is required");
  }

  private static EngineException wrong(String label, String reason) {
    return EngineException.badField(label, label + " " + reason);
  }
}
