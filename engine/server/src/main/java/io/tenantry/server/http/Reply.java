package io.tenantry.server.http;

import io.tenantry.wire.Download;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back: status, headers beside the usual ones, and JSON, or a stream that is closed when
 * it was sent, or a reply that goes on.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(
    int status,
    Map<String, String> headers,
    byte[] body,
    Optional<InputStream> stream,
    Optional<LiveReply> live) {
  /** A reply in JSON, unless a header says otherwise. */
  public Reply(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Optional.empty(), Optional.empty());
  }

  /** A file. */
  static Reply of(Download file) {
    return new Reply(
        200, file.headers(), new byte[0], Optional.of(file.content()), Optional.empty());
  }

  /** A reply that goes on. */
  static Reply of(LiveReply live) {
    return new Reply(200, Map.of(), new byte[0], Optional.empty(), Optional.of(live));
  }
}
