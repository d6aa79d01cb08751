package io.tenantry.wire;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a failure: envelope, {@code error}, and the details at the top level. */
public final class ErrorBody {
  private static final Set<String> ENVELOPE =
      Set.of("success", "http_status", "code", "error", "message");

  private ErrorBody() {}

  /** Composes the body of a failure. */
  public static Map<String, Object> of(EngineException error, int status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("http_status", status);
    body.put("code", error.code().code());
    body.put("error", error.message());
    error.details().forEach(body::putIfAbsent);
    return body;
  }

  /**
   * Rebuilds the error of a reply.
   *
   * @return the error, or empty when the bytes are no failure of this API
   */
  public static Optional<EngineException> read(byte[] bytes, int status) {
    JsonNode node;
    try {
      node = Json.tree(bytes);
    } catch (JsonException notOurs) {
      return Optional.empty();
    }
    Optional<String> error = text(node.get("error")).or(() -> text(node.get("message")));
    return error.map(
        message ->
            new EngineException(
                HttpStatusOf.errorOf(text(node.get("code")).orElse(""), status),
                message,
                details(node),
                null));
  }

  /** Returns the code for a reply that says nothing but its status. */
  public static ErrorCode codeOf(int status) {
    return HttpStatusOf.errorOf("", status);
  }

  private static Optional<String> text(@Nullable JsonNode node) {
    return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static Map<String, Object> details(JsonNode node) {
    Map<String, Object> details = new LinkedHashMap<>();
    node.forEachEntry(
        (name, value) -> {
          if (!ENVELOPE.contains(name)) {
            detail(value).ifPresent(known -> details.put(name, known));
          }
        });
    return details;
  }

  private static Optional<Object> detail(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> Optional.of(value.stringValue());
      case BOOLEAN -> Optional.of(value.booleanValue());
      case NUMBER -> Optional.of(number(value));
      case ARRAY -> Optional.of(strings(value));
      default -> Optional.empty();
    };
  }

  private static Object number(JsonNode value) {
    if (value.canConvertToInt() && value.isIntegralNumber()) {
      return value.intValue();
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    return value.doubleValue();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asString()));
    return List.copyOf(strings);
  }
}
