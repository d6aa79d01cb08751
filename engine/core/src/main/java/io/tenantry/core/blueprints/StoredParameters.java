package io.tenantry.core.blueprints;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a statement as a text, one a line: a letter for the storage class, the value, and
 * the name of the parameter where it has one. Numbers keep every bit; texts and names are base64,
 * as they may hold any character.
 */
final class StoredParameters {
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private StoredParameters() {}

  static String write(Parameters parameters) {
    List<String> lines = new ArrayList<>();
    parameters.positional().forEach(value -> lines.add(line(value)));
    parameters.named().forEach((name, value) -> lines.add(line(value) + " " + base64(name)));
    return String.join("\n", lines);
  }

  private static String line(Value value) {
    return switch (value) {
      case Value.Null() -> "n -";
      case Value.Integer(long number) -> "i " + number;
      case Value.Real(double number) -> "r " + Long.toHexString(Double.doubleToRawLongBits(number));
      case Value.Text(String text) -> "t " + base64(text);
      case Value.Blob(byte[] bytes) -> "b " + ENCODER.encodeToString(bytes);
    };
  }

  private static String base64(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Parameters read(String stored) {
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    for (String line : stored.split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      Value value = value(parts[0].charAt(0), parts[1]);
      if (parts.length == 2) {
        positional.add(value);
      } else {
        named.put(text(parts[2]), value);
      }
    }
    return new Parameters(positional, named);
  }

  private static Value value(char storage, String value) {
    return switch (storage) {
      case 'n' -> Value.ofNull();
      case 'i' -> Value.of(Long.parseLong(value));
      case 'r' -> Value.of(Double.longBitsToDouble(Long.parseUnsignedLong(value, 16)));
      case 't' -> Value.of(text(value));
      case 'b' -> Value.of(DECODER.decode(value));
      default -> throw new IllegalArgumentException("Unknown storage class: " + storage);
    };
  }

  private static String text(String base64) {
    return new String(DECODER.decode(base64), StandardCharsets.UTF_8);
  }
}
