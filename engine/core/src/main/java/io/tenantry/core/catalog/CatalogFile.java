package io.tenantry.core.catalog;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Looks at a catalog file before SQLite does, so that a file which is not ours stays untouched. */
final class CatalogFile {
  /** Marks the file as a Tenantry catalog: {@code TNRY}. */
  static final int APPLICATION_ID = 0x544E5259;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 100;
  private static final int SCHEMA_COOKIE_OFFSET = 40;
  private static final int USER_VERSION_OFFSET = 60;
  private static final int APPLICATION_ID_OFFSET = 68;

  private CatalogFile() {}

  /**
   * Refuses a file that is no database, another program's database, or one of a later version.
   *
   * @see <a href="https://sqlite.org/fileformat.html">Database file format</a>
   */
  static void check(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    ByteBuffer header = header(file);
    if (header.limit() == 0) {
      return; // created, but its first transaction is in the log or never happened
    }
    if (header.limit() < HEADER_BYTES || !startsWithMagic(header)) {
      throw refused(
          FailureReason.NOT_A_DATABASE,
          file,
          file + " is damaged or is not a database; nothing was changed");
    }
    int application = header.getInt(APPLICATION_ID_OFFSET);
    boolean unused = application == 0 && header.getInt(SCHEMA_COOKIE_OFFSET) == 0;
    if (application != APPLICATION_ID && !unused) {
      throw refused(
          FailureReason.FOREIGN, file, file + " belongs to another program; nothing was changed");
    }
    checkVersion(file, header.getInt(USER_VERSION_OFFSET));
  }

  /** Refuses a catalog that a later program wrote. */
  static void checkVersion(Path file, int version) {
    if (version > Migrations.CURRENT) {
      throw refused(
          FailureReason.NEWER_VERSION,
          file,
          "%s has catalog version %d, but this program knows versions up to %d; use a newer one"
              .formatted(file, version, Migrations.CURRENT));
    }
  }

  private static EngineException refused(FailureReason reason, Path file, String message) {
    return FileFailures.folder(reason, file, message);
  }

  private static boolean startsWithMagic(ByteBuffer header) {
    return header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  private static ByteBuffer header(Path file) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw FileFailures.of("read", file, e);
    }
    return header.flip();
  }
}
