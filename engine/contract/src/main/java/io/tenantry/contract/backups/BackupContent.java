package io.tenantry.contract.backups;

import java.io.IOException;
import java.io.InputStream;

/**
 * The compressed file of a backup, to be read once and closed.
 *
 * @param fileName the last part of its storage path
 * @param sizeBytes its size
 * @param sha256 its checksum, 64 hex digits
 * @param stream its bytes
 */
public record BackupContent(String fileName, long sizeBytes, String sha256, InputStream stream)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
