package io.tenantry.client.http;

import org.jspecify.annotations.Nullable;

/** What came back: status, the wait that a 429 asks for, and the bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, @Nullable String retryAfter, byte[] body) {

  /** Returns how long to wait; a second when the reply does not say it in seconds. */
  int retryAfterSeconds() {
    if (retryAfter == null || !retryAfter.strip().matches("\\d{1,6}")) {
      return 1;
    }
    return Integer.parseInt(retryAfter.strip());
  }
}
