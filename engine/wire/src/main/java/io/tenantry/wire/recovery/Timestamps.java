package io.tenantry.wire.recovery;

import io.tenantry.contract.error.EngineException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times with a fraction of a second, which other instants of the API do not have. */
public final class Timestamps {
  private Timestamps() {}

  /**
   * Reads an instant in ISO 8601 with an offset, for example {@code 2026-02-03T17:10:59.25Z}.
   *
   * @throws EngineException BAD_REQUEST naming the field
   */
  public static Instant read(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw EngineException.badField(
          field, field + " must be an ISO 8601 time with an offset, like 2026-02-03T17:10:59Z");
    }
  }
}
