package io.tenantry.core.schema;

import java.nio.ByteBuffer;

/**
 * What the statements of a version make of an empty database.
 *
 * @param schema the resulting schema
 * @param normalised its canonical spelling
 * @param fingerprint of the schema
 * @param file bytes of an empty database with this schema, ready to be written as a file: page size
 *     4096, WAL mode, application id and {@code user_version} set; never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, shared by thousands of writes
public record SchemaImage(
    SchemaSnapshot schema, String normalised, Fingerprint fingerprint, byte[] file) {
  private static final int USER_VERSION_OFFSET = 60;

  /** Returns the version that databases made from this image say they have. */
  public int userVersion() {
    return ByteBuffer.wrap(file).getInt(USER_VERSION_OFFSET);
  }
}
