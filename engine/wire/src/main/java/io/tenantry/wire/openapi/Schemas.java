package io.tenantry.wire.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenantry.contract.Coded;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.wire.FailureJson;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * JSON schemas of the records that go over the wire. A record becomes a named schema with one
 * property per component, as the codec writes it; what is not optional is required.
 */
final class Schemas {
  private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class, float.class);
  private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
  private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  /** Returns the named schemas, by name. */
  Map<String, Object> named() {
    return named;
  }

  /** Returns the schema of a type, or a reference to it. */
  Map<String, Object> of(Type type) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic);
      case Class<?> plain -> plain(plain);
      default -> Map.of();
    };
  }

  private Map<String, Object> generic(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return of(arguments[0]);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(arguments[0]));
    }
    return Map.class.isAssignableFrom(raw)
        ? Map.of("type", "object", "additionalProperties", of(arguments[1]))
        : plain(raw);
  }

  private Map<String, Object> plain(Class<?> type) {
    if (INTEGERS.contains(type)) {
      return ordered("type", "integer", "format", "int32");
    }
    if (LONGS.contains(type)) {
      return ordered("type", "integer", "format", "int64");
    }
    if (FRACTIONS.contains(type)) {
      return Map.of("type", "number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == Instant.class) {
      return ordered("type", "string", "format", "date-time");
    }
    return type == String.class || isText(type) ? Map.of("type", "string") : composed(type);
  }

  private Map<String, Object> composed(Class<?> type) {
    if (type == Value.class) {
      return value();
    }
    if (type == Parameters.class) {
      return Map.of(
          "description",
          "Values for the parameters of the statement, by position or by name.",
          "type",
          List.of("array", "object"));
    }
    if (type == FailureJson.class) {
      return Map.of("$ref", "#/components/schemas/Failure");
    }
    if (type.isEnum()) {
      return ordered("type", "string", "enum", codes(type));
    }
    if (type.isRecord()) {
      return reference(type);
    }
    return type.isSealed() && type.isInterface() ? oneOf(type) : Map.of();
  }

  private static Map<String, Object> value() {
    return Map.of(
        "description",
        "A value of the database: integer, real, text, null, or a blob as {\"base64\":…}.",
        "type",
        List.of("integer", "number", "string", "null", "object"));
  }

  /** Ids, names and secrets are written as the text they hold. */
  private static boolean isText(Class<?> type) {
    if (!type.isRecord() || type.getRecordComponents().length == 0) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    boolean single =
        components.length == 1
            && components[0].getType() == String.class
            && components[0].getName().equals("value");
    return single || type.getSimpleName().equals("Version");
  }

  private static List<String> codes(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(
            constant ->
                constant instanceof Coded coded
                    ? coded.code()
                    : constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private Map<String, Object> oneOf(Class<?> type) {
    List<Map<String, Object>> alternatives = new ArrayList<>();
    for (Class<?> alternative : type.getPermittedSubclasses()) {
      alternatives.add(of(alternative));
    }
    return Map.of("oneOf", alternatives);
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = names.get(type);
    if (name == null) {
      name = freeName(type);
      names.put(type, name);
      named.put(name, Map.of()); // taken, also by a record that holds itself
      named.put(name, object(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private String freeName(Class<?> type) {
    String feature = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    String simple = type.getSimpleName();
    String qualified = feature + "." + simple;
    return names.containsValue(simple)
        ? (names.containsValue(qualified) ? type.getName() : qualified)
        : simple;
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        flatten(component, properties);
        continue;
      }
      String name = nameOf(type, component);
      properties.put(name, of(component.getGenericType()));
      if (component.getType() != Optional.class) {
        required.add(name);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  /** The fields of such a component stand beside the others; none of them is required. */
  private void flatten(RecordComponent component, Map<String, Object> properties) {
    for (RecordComponent inner : component.getType().getRecordComponents()) {
      properties.put(nameOf(component.getType(), inner), of(inner.getGenericType()));
    }
  }

  private static String nameOf(Class<?> type, RecordComponent component) {
    Method accessor = component.getAccessor();
    JsonProperty given = accessor.getAnnotation(JsonProperty.class);
    if (given != null && !given.value().isEmpty()) {
      return given.value();
    }
    JsonNaming naming = type.getAnnotation(JsonNaming.class);
    boolean camel = naming != null && naming.value() == LowerCamelCaseStrategy.class;
    return camel || isCamelCaseRequest(type) ? component.getName() : snakeCase(component.getName());
  }

  /** Requests under {@code /v1} are contract records, which carry no annotations. */
  private static boolean isCamelCaseRequest(Class<?> type) {
    return type.getPackageName().endsWith("contract.users");
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ordered(
      String one, Object oneValue, String two, Object twoValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, oneValue);
    map.put(two, twoValue);
    return map;
  }
}
