package io.tenantry.contract.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why one part of a whole failed while the others went on: one tenant of many that were asked, or
 * that were to be made. The same as an {@link EngineException}, as a value.
 *
 * @param code what kind of error it is
 * @param message what happened and why, in the words of the API reference where it has them
 * @param details additional fields, as those of the exception; may be empty
 */
public record PartFailure(ErrorCode code, String message, Map<String, Object> details) {
  /** Copies the details. */
  public PartFailure {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** Returns an error as a value. */
  public static PartFailure of(EngineException error) {
    return new PartFailure(error.code(), error.message(), error.details());
  }

  /** Returns it as an exception, which knows its reason and what stands against it. */
  public EngineException exception() {
    return new EngineException(code, message, details, null);
  }
}
