package io.tenantry.wire.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Database values: {@code {"type":"integer","value":"1"}}. Integers are texts, so that 64 bits
 * survive; infinite reals are {@code 1e999}, which every reader of numbers takes for infinity;
 * bytes are base64 without padding, and are read with or without it.
 */
final class HranaValue {
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final String INFINITY = "1e999";

  private HranaValue() {}

  static Value read(JsonNode node) {
    String type = Nodes.text(node, "type");
    return switch (type) {
      case "null" -> Value.ofNull();
      case "integer" -> Value.of(integer(Nodes.required(node, "value")));
      case "float" -> Value.of(real(Nodes.required(node, "value")));
      case "text" -> Value.of(Nodes.text(node, "value"));
      case "blob" -> Value.of(bytes(Nodes.text(node, "base64")));
      default ->
          throw EngineException.badField(
              "type", "type must be one of: null, integer, float, text, blob");
    };
  }

  private static long integer(JsonNode value) {
    try {
      if (value.isString()) {
        return Long.parseLong(value.stringValue());
      }
    } catch (NumberFormatException outside) {
      // told below
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    throw EngineException.badField("value", "value must be a 64-bit integer as a string");
  }

  private static double real(JsonNode value) {
    if (!value.isNumber()) {
      throw EngineException.badField("value", "value must be a number");
    }
    return value.asDouble();
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException invalid) {
      throw EngineException.badField("base64", "base64 is not valid base64");
    }
  }

  static void write(Value value, JsonGenerator json) {
    json.writeStartObject();
    json.writeName("type");
    switch (value) {
      case Value.Null _ -> json.writeString("null");
      case Value.Integer(long number) -> {
        json.writeString("integer");
        json.writeName("value");
        json.writeString(Long.toString(number));
      }
      case Value.Real(double number) -> {
        json.writeString("float");
        json.writeName("value");
        writeReal(number, json);
      }
      case Value.Text(String text) -> {
        json.writeString("text");
        json.writeName("value");
        json.writeString(text);
      }
      case Value.Blob(byte[] bytes) -> {
        json.writeString("blob");
        json.writeName("base64");
        json.writeString(ENCODER.encodeToString(bytes));
      }
    }
    json.writeEndObject();
  }

  private static void writeReal(double number, JsonGenerator json) {
    if (Double.isInfinite(number)) {
      json.writeRawValue(number > 0 ? INFINITY : "-" + INFINITY);
    } else {
      json.writeNumber(number);
    }
  }

  /** Returns a value as a tree of maps, for requests. */
  static Map<String, Object> tree(Value value) {
    return switch (value) {
      case Value.Null _ -> Map.of("type", "null");
      case Value.Integer(long number) -> Map.of("type", "integer", "value", Long.toString(number));
      case Value.Real(double number) ->
          Map.of("type", "float", "value", Double.isInfinite(number) ? infinite(number) : number);
      case Value.Text(String text) -> Map.of("type", "text", "value", text);
      case Value.Blob(byte[] bytes) ->
          Map.of("type", "blob", "base64", ENCODER.encodeToString(bytes));
    };
  }

  /** A number that only looks finite; a reader makes infinity of it. */
  private static java.math.BigDecimal infinite(double number) {
    return new java.math.BigDecimal(number > 0 ? INFINITY : "-" + INFINITY);
  }
}
