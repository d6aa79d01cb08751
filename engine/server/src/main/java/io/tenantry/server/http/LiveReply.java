package io.tenantry.server.http;

import java.io.IOException;
import java.io.OutputStream;

/** A reply that goes on: it is written by the virtual thread of its request. */
public interface LiveReply {
  /** Returns the media type. */
  String contentType();

  /**
   * Writes until there is nothing more to write. Flushes what the reader is to have.
   *
   * @throws IOException when the reader is gone
   * @throws InterruptedException when the server stops
   */
  void writeTo(OutputStream out) throws IOException, InterruptedException;
}
