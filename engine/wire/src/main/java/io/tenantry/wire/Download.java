package io.tenantry.wire;

import java.io.InputStream;
import java.util.Map;

/**
 * The reply of a call that answers with a file instead of JSON; whoever gets it closes the content.
 *
 * @param contentType its media type
 * @param fileName what to call it
 * @param sizeBytes its size
 * @param sha256 its checksum, 64 hex digits
 * @param content its bytes
 */
public record Download(
    String contentType, String fileName, long sizeBytes, String sha256, InputStream content) {
  /** The header with the checksum. */
  public static final String SHA256_HEADER = "X-Content-SHA256";

  /** Returns the headers that describe the file. */
  public Map<String, String> headers() {
    return Map.of(
        "Content-Type",
        contentType,
        "Content-Length",
        Long.toString(sizeBytes),
        "Content-Disposition",
        "attachment; filename=\"" + fileName + "\"",
        SHA256_HEADER,
        sha256);
  }
}
