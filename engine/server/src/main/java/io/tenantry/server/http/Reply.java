package io.tenantry.server.http;

import java.util.Map;

/** What goes back: status, headers beside the usual ones, and JSON. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, Map<String, String> headers, byte[] body) {}
