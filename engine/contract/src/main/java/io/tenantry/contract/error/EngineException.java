package io.tenantry.contract.error;

import io.tenantry.contract.Coded;
import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only exception that leaves an engine. Immutable; safe in any thread.
 *
 * <p>The message is written for the user of the API and never carries a credential. Details hold
 * strings, numbers, booleans, lists of strings and a {@link ConnectionFailure} under snake_case
 * keys.
 */
public final class EngineException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final String CONNECTION = "connection";
  private static final String CONFLICT = "conflict";
  private static final String REASON = "reason";

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /**
   * Creates an error.
   *
   * @param code what kind of error it is
   * @param message what happened and why, in the words of the API reference where it has them
   * @param details additional fields of the reply, may be empty
   * @param cause the technical exception behind it, or null
   */
  public EngineException(
      ErrorCode code, String message, Map<String, ?> details, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** Creates an error without details and cause. */
  public EngineException(ErrorCode code, String message) {
    this(code, message, Map.of(), null);
  }

  /** Returns the kind of error. */
  public ErrorCode code() {
    return code;
  }

  /** Returns the message; never null. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Returns the additional fields, in the order in which they were given. */
  public Map<String, Object> details() {
    return details;
  }

  /** Returns one additional field as text, or empty when it is missing. */
  public Optional<String> detail(String key) {
    return Optional.ofNullable(details.get(key)).map(Object::toString);
  }

  /**
   * Says what is wrong with the line to a remote engine.
   *
   * @return empty when the engine itself gave the error
   */
  public Optional<ConnectionFailure> connectionFailure() {
    return details.get(CONNECTION) instanceof ConnectionFailure failure
        ? Optional.of(failure)
        : Optional.empty();
  }

  /**
   * Returns what stands against the operation.
   *
   * @return empty for errors other than CONFLICT, and where the message says it best
   */
  public Optional<ConflictKind> conflictKind() {
    return detail(CONFLICT).flatMap(code -> Coded.find(ConflictKind.class, code));
  }

  /**
   * Returns why it failed.
   *
   * @return empty where the code or the message says it best
   */
  public Optional<FailureReason> reason() {
    return detail(REASON).flatMap(code -> Coded.find(FailureReason.class, code));
  }

  /** Returns whether it failed for this reason. */
  public boolean isBecause(FailureReason reason) {
    return reason().filter(reason::equals).isPresent();
  }

  /** Returns a copy that says why it failed. */
  public EngineException because(FailureReason reason) {
    return with(REASON, reason.code());
  }

  /** Says whether SQL failed because somebody cancelled it, and nothing of it is kept. */
  public boolean isCancelled() {
    return isBecause(FailureReason.CANCELLED);
  }

  /** Returns a copy of a CONFLICT that says what stands against the operation. */
  public EngineException because(ConflictKind kind) {
    return with(CONFLICT, kind.code());
  }

  /** Returns a copy with one more detail. */
  public EngineException with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(key, value);
    EngineException copy = new EngineException(code, message(), more, getCause());
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  /** Bad input: {@link ErrorCode#BAD_REQUEST}. */
  public static EngineException badRequest(String message) {
    return new EngineException(ErrorCode.BAD_REQUEST, message);
  }

  /** SQL that was cancelled: {@link ErrorCode#BAD_REQUEST}, {@link FailureReason#CANCELLED}. */
  public static EngineException cancelled() {
    return of(ErrorCode.BAD_REQUEST, FailureReason.CANCELLED, "query failed: cancelled", null);
  }

  /**
   * An error with its reason.
   *
   * @param cause the technical exception behind it, or null
   */
  public static EngineException of(
      ErrorCode code, FailureReason reason, String message, @Nullable Throwable cause) {
    return new EngineException(code, message, Map.of(REASON, reason.code()), cause);
  }

  /** Bad input at a named field: {@link ErrorCode#BAD_REQUEST} with detail {@code field}. */
  public static EngineException badField(String field, String message) {
    return new EngineException(ErrorCode.BAD_REQUEST, message, Map.of("field", field), null);
  }

  /** No such resource: {@link ErrorCode#NOT_FOUND}. */
  public static EngineException notFound(String message) {
    return new EngineException(ErrorCode.NOT_FOUND, message);
  }

  /** Wrong state or name taken: {@link ErrorCode#CONFLICT} with what stands against it. */
  public static EngineException conflict(ConflictKind kind, String message) {
    return new EngineException(ErrorCode.CONFLICT, message, Map.of(CONFLICT, kind.code()), null);
  }

  /** Wrong state or name taken: {@link ErrorCode#CONFLICT}. */
  public static EngineException conflict(String message) {
    return new EngineException(ErrorCode.CONFLICT, message);
  }

  /** Not allowed: {@link ErrorCode#FORBIDDEN}. */
  public static EngineException forbidden(String message) {
    return new EngineException(ErrorCode.FORBIDDEN, message);
  }

  /** Unknown credential: {@link ErrorCode#UNAUTHORIZED}. */
  public static EngineException unauthorized(String message) {
    return new EngineException(ErrorCode.UNAUTHORIZED, message);
  }

  /** Role too low: {@link ErrorCode#ROLE_REQUIRED} with the documented text and details. */
  public static EngineException roleRequired(List<String> required, String current) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("required_roles", List.copyOf(required));
    details.put("current_role", current);
    return new EngineException(
        ErrorCode.ROLE_REQUIRED,
        "this endpoint requires one of the following roles: " + String.join(", ", required),
        details,
        null);
  }

  /**
   * Reaching out of the scope of a credential: {@link ErrorCode#SCOPE_DENIED} with the documented
   * text.
   *
   * @param type what the scope lists, for example {@code tenant}
   * @param values what it includes
   * @param attempted what was reached for
   */
  public static EngineException scopeDenied(String type, List<String> values, String attempted) {
    return new EngineException(
        ErrorCode.SCOPE_DENIED,
        "credential scoped to %ss [%s], attempted \"%s\""
            .formatted(type, String.join(", ", values), attempted),
        Map.of("scope_type", type, "scope_values", List.copyOf(values), "attempted", attempted),
        null);
  }

  /**
   * No answer of a remote engine: {@link ErrorCode#INTERNAL_ERROR} with a {@link
   * ConnectionFailure}.
   */
  public static EngineException unreachable(
      ConnectionFailure failure, String message, @Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.INTERNAL_ERROR, message, Map.of(CONNECTION, failure), cause);
  }

  /** Fault of the engine: {@link ErrorCode#INTERNAL_ERROR} with its cause. */
  public static EngineException internal(String message, @Nullable Throwable cause) {
    return new EngineException(ErrorCode.INTERNAL_ERROR, message, Map.of(), cause);
  }
}
