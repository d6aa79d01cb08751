package io.tenantry.server.http;

import io.tenantry.wire.Endpoint;

/** An endpoint and what answers it. */
record Route(Endpoint<?, ?> endpoint, boolean needsCredential, Handling handling) {

  /** Runs one request. */
  @FunctionalInterface
  interface Handling {
    /** Returns the record whose fields are the reply. */
    Object run(RequestHead head, byte[] body) throws Exception;
  }
}
