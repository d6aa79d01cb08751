package io.tenantry.wire.json;

import java.io.Serial;

/** Bytes that are no JSON or not of the expected shape; callers turn it into their own error. */
public final class JsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  JsonException(Throwable cause) {
    super("Malformed JSON", cause);
  }
}
