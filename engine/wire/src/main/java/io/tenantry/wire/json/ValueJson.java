package io.tenantry.wire.json;

import io.tenantry.contract.queries.Value;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * Database values in results: 64-bit integers and reals as numbers (a real always has a point or an
 * exponent), infinite reals as the texts {@code Infinity} and {@code -Infinity}, bytes as {@code
 * {"base64":"…"}}.
 */
final class ValueJson {
  static final String BYTES = "base64";

  private ValueJson() {}

  static void write(Value value, JsonGenerator generator) {
    switch (value) {
      case Value.Null _ -> generator.writeNull();
      case Value.Integer(long number) -> generator.writeNumber(number);
      case Value.Real(double number) -> writeReal(number, generator);
      case Value.Text(String text) -> generator.writeString(text);
      case Value.Blob(byte[] bytes) -> writeBytes(bytes, generator);
    }
  }

  private static void writeReal(double number, JsonGenerator generator) {
    if (Double.isInfinite(number)) {
      generator.writeString(Double.toString(number));
    } else if (Double.isNaN(number)) {
      generator.writeNull();
    } else {
      generator.writeNumber(number);
    }
  }

  private static void writeBytes(byte[] bytes, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeName(BYTES);
    generator.writeBinary(bytes);
    generator.writeEndObject();
  }

  static final class Writer extends ValueSerializer<Value> {
    @Override
    public void serialize(Value value, JsonGenerator generator, SerializationContext context) {
      write(value, generator);
    }
  }

  static final class Reader extends ValueDeserializer<Value> {
    @Override
    public Value deserialize(JsonParser parser, DeserializationContext context) {
      return switch (parser.currentToken()) {
        case VALUE_STRING -> Value.of(parser.getString());
        case VALUE_NUMBER_INT -> Value.of(parser.getLongValue());
        case VALUE_NUMBER_FLOAT -> Value.of(parser.getDoubleValue());
        case START_OBJECT -> bytes(parser, context);
        default ->
            throw context.wrongTokenException(
                parser, Value.class, JsonToken.VALUE_STRING, "not a database value");
      };
    }

    @Override
    public Value getNullValue(DeserializationContext context) {
      return Value.ofNull();
    }

    private static Value bytes(JsonParser parser, DeserializationContext context) {
      byte[] bytes = {};
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals(BYTES)) {
          bytes = decode(parser, context);
        } else {
          parser.skipChildren();
        }
      }
      return Value.of(bytes);
    }

    private static byte[] decode(JsonParser parser, DeserializationContext context) {
      try {
        return Base64.getDecoder().decode(parser.getString());
      } catch (IllegalArgumentException invalid) {
        throw context.weirdStringException("", byte[].class, "not base64");
      }
    }
  }
}
