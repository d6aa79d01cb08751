package io.tenantry.wire;

/** The HTTP methods that the API uses. */
public enum HttpMethod {
  /** Reads. */
  GET,
  /** Creates or acts. */
  POST,
  /** Changes a part. */
  PATCH,
  /** Removes. */
  DELETE
}
