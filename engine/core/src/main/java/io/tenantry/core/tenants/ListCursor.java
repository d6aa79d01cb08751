package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place in a list behind which the next page starts. Opaque to callers; carries the name of its
 * list, so that it is not taken for one of another list or order.
 *
 * @param list which list in which order
 * @param key sort key of the last row that was given
 */
public record ListCursor(String list, String key) {
  private static final char SEPARATOR = '|';

  /** Returns the text for the reply. */
  public String encode() {
    byte[] plain = (list + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /**
   * Reads a cursor back.
   *
   * @return the sort key
   * @throws EngineException BAD_REQUEST when it is not one of this list
   */
  public static String key(String list, String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (plain.startsWith(list + SEPARATOR)) {
        return plain.substring(list.length() + 1);
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid(cursor);
    }
    throw invalid(cursor);
  }

  /** As {@link #key}, for lists sorted by a number. */
  public static long number(String list, String cursor) {
    return parsed(cursor, key(list, cursor));
  }

  /** Reads a number that is a part of a cursor's key. */
  static long parsed(String cursor, String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException notANumber) {
      throw invalid(cursor);
    }
  }

  private static EngineException invalid(String cursor) {
    return EngineException.badField("cursor", "Invalid cursor: " + cursor);
  }
}
