package io.tenantry.wire.databases;

import java.util.Optional;

/**
 * An SQL text: given, or stored before. Exactly one of the two.
 *
 * @param sql the text
 * @param id the number under which the stream stored it
 */
public record SqlText(Optional<String> sql, Optional<Integer> id) {
  /** A given text. */
  public static SqlText of(String sql) {
    return new SqlText(Optional.of(sql), Optional.empty());
  }
}
