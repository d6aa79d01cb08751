package io.tenantry.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.PartFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an error of one part of many says besides its message: an object with {@code code} and the
 * details, as they stand in the body of a failure.
 *
 * @param fields the code and the details
 */
public record FailureJson(@JsonValue Map<String, Object> fields) {
  private static final String CODE = "code";
  private static final int UNKNOWN = 500;

  /** Takes the fields as they are read. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FailureJson {}

  /** Writes a failure. */
  public static FailureJson of(PartFailure failure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(CODE, failure.code().code());
    failure.details().forEach(fields::putIfAbsent);
    return new FailureJson(fields);
  }

  /**
   * Returns the contract's value.
   *
   * @param told empty from an engine that tells no more than the message
   * @param message why it failed
   */
  public static PartFailure read(Optional<FailureJson> told, String message) {
    return told.map(json -> json.failure(message))
        .orElseGet(() -> new PartFailure(ErrorCode.BAD_REQUEST, message, Map.of()));
  }

  private PartFailure failure(String message) {
    Map<String, Object> details = new LinkedHashMap<>(fields);
    Object code = details.remove(CODE);
    return new PartFailure(HttpStatusOf.errorOf(String.valueOf(code), UNKNOWN), message, details);
  }
}
