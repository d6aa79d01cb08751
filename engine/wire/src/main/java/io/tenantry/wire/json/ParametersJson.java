package io.tenantry.wire.json;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Values for the parameters of a statement: an array, or an object for named ones. Values are those
 * of results; besides, booleans count as 1 and 0, and {@code {"real":"Infinity"}} is the infinite
 * real, since a text stays a text here.
 */
final class ParametersJson extends ValueSerializer<Parameters> {
  private static final String REAL = "real";

  @Override
  public void serialize(
      Parameters parameters, JsonGenerator generator, SerializationContext context) {
    if (parameters.named().isEmpty()) {
      generator.writeStartArray();
      parameters.positional().forEach(value -> write(value, generator));
      generator.writeEndArray();
      return;
    }
    generator.writeStartObject();
    parameters
        .named()
        .forEach(
            (name, value) -> {
              generator.writeName(name);
              write(value, generator);
            });
    generator.writeEndObject();
  }

  private static void write(Value value, JsonGenerator generator) {
    if (value instanceof Value.Real(double number) && Double.isInfinite(number)) {
      generator.writeStartObject();
      generator.writeStringProperty(REAL, Double.toString(number));
      generator.writeEndObject();
    } else {
      ValueJson.write(value, generator);
    }
  }

  static Parameters read(String field, JsonNode node) {
    if (node.isArray()) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        values.add(value(field + "[" + i + "]", node.get(i)));
      }
      return Parameters.of(values);
    }
    if (node.isObject()) {
      Map<String, Value> values = new LinkedHashMap<>();
      node.forEachEntry(
          (name, value) -> values.put(withoutPrefix(name), value(field + "." + name, value)));
      return values.isEmpty() ? Parameters.none() : Parameters.named(values);
    }
    throw EngineException.badField(field, field + " must be an array or an object");
  }

  private static String withoutPrefix(String name) {
    return name.length() > 1 && ":@$".indexOf(name.charAt(0)) >= 0 ? name.substring(1) : name;
  }

  private static Value value(String field, JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL -> Value.ofNull();
      case BOOLEAN -> Value.of(node.booleanValue() ? 1L : 0L);
      case STRING -> Value.of(node.stringValue());
      case NUMBER -> number(field, node);
      case OBJECT -> special(field, node);
      default -> throw refused(field);
    };
  }

  private static Value number(String field, JsonNode node) {
    if (!node.isIntegralNumber()) {
      return Value.of(node.doubleValue());
    }
    if (!node.canConvertToLong()) {
      throw EngineException.badField(field, field + " does not fit into 64 bits");
    }
    return Value.of(node.longValue());
  }

  private static Value special(String field, JsonNode node) {
    JsonNode bytes = node.get(ValueJson.BYTES);
    JsonNode real = node.get(REAL);
    if (bytes != null && bytes.isString()) {
      return bytes(field, bytes.stringValue());
    }
    if (real != null && real.isString()) {
      return switch (real.stringValue()) {
        case "Infinity" -> Value.of(Double.POSITIVE_INFINITY);
        case "-Infinity" -> Value.of(Double.NEGATIVE_INFINITY);
        default -> throw refused(field);
      };
    }
    throw refused(field);
  }

  private static Value bytes(String field, String base64) {
    try {
      return Value.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException invalid) {
      throw EngineException.badField(field, field + " is not valid base64");
    }
  }

  private static EngineException refused(String field) {
    return EngineException.badField(
        field, field + " must be null, a boolean, a number, a string or {\"base64\":\"…\"}");
  }
}
