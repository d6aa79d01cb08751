package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Compresses database files and back, with a checksum of the compressed form on the way. */
final class Packing {
  private static final int BUFFER_BYTES = 256 << 10;
  private static final int GZIP_BUFFER_BYTES = 64 << 10;
  private static final int USER_VERSION_OFFSET = 60;
  private static final int HEADER_BYTES = 100;

  private final BooleanSupplier isStopped;

  /**
   * Works until done or stopped.
   *
   * @param isStopped whether the engine is closing
   */
  Packing(BooleanSupplier isStopped) {
    this.isStopped = isStopped;
  }

  /**
   * A compressed database.
   *
   * @param sizeBytes size of the compressed file
   * @param databaseBytes size of the database
   * @param sha256 checksum of the compressed file
   * @param minor the version that the database says it has
   */
  record Result(long sizeBytes, long databaseBytes, String sha256, int minor) {}

  /** Compresses a database file that nobody has open into an empty file; synced on return. */
  Result pack(Path database, Path packed) {
    MessageDigest digest = sha256();
    try (FileChannel target = FileChannel.open(packed, StandardOpenOption.WRITE);
        InputStream source = Files.newInputStream(database)) {
      int minor = minorOf(database);
      long bytes;
      try (OutputStream gzip =
          new FastGzip(
              new DigestOutputStream(new Unclosed(Channels.newOutputStream(target)), digest),
              GZIP_BUFFER_BYTES)) {
        bytes = copy(source, gzip);
      }
      target.force(true);
      return new Result(target.size(), bytes, hex(digest), minor);
    } catch (IOException e) {
      throw FileFailures.of("write", packed, e);
    }
  }

  private static int minorOf(Path database) throws IOException {
    try (InputStream stream = Files.newInputStream(database)) {
      return ByteBuffer.wrap(stream.readNBytes(HEADER_BYTES)).getInt(USER_VERSION_OFFSET);
    } catch (IndexOutOfBoundsException tooShort) {
      throw new IOException("not a database", tooShort);
    }
  }

  /**
   * Compares a compressed file with its checksum.
   *
   * @throws EngineException CONFLICT saying what is wrong with it
   */
  void requireWhole(Path packed, String sha256) {
    MessageDigest digest = sha256();
    try (InputStream source = new DigestInputStream(Files.newInputStream(packed), digest)) {
      copy(source, OutputStream.nullOutputStream());
    } catch (NoSuchFileException missing) {
      throw EngineException.conflict("its file is missing");
    } catch (IOException e) {
      throw FileFailures.of("read", packed, e);
    }
    requireSame(digest, sha256);
  }

  /**
   * Decompresses into a file that does not exist, and compares with the checksum on the way;
   * durable on return. After a crash the file may be there in part: whoever names it before, clears
   * it away.
   *
   * @throws EngineException CONFLICT saying what is wrong with the compressed file; the other file
   *     is gone then
   */
  void unpack(Path packed, String sha256, Path database) {
    Path folder = database.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no folder above " + database);
    }
    if (Files.exists(database, LinkOption.NOFOLLOW_LINKS)) {
      throw FileFailures.of(
          "create", database, new FileAlreadyExistsException(database.toString()));
    }
    AtomicFiles.createFolder(folder);
    AtomicFiles.createEmpty(database);
    boolean done = false;
    try {
      inflate(packed, sha256, database);
      AtomicFiles.syncFolder(folder);
      done = true;
    } finally {
      if (!done) {
        AtomicFiles.delete(database);
      }
    }
  }

  /** Decompresses into an empty file, and compares with the checksum on the way. */
  void inflate(Path packed, String sha256, Path database) {
    MessageDigest digest = sha256();
    try (InputStream source = new DigestInputStream(Files.newInputStream(packed), digest);
        FileChannel target = FileChannel.open(database, StandardOpenOption.WRITE)) {
      InputStream gzip = new GZIPInputStream(source, GZIP_BUFFER_BYTES);
      copy(gzip, Channels.newOutputStream(target));
      copy(source, OutputStream.nullOutputStream());
      target.force(true);
    } catch (ZipException | EOFException broken) {
      throw EngineException.conflict("it cannot be decompressed");
    } catch (NoSuchFileException missing) {
      throw EngineException.conflict("its file is missing");
    } catch (IOException e) {
      throw FileFailures.of("write", database, e);
    }
    requireSame(digest, sha256);
  }

  private long copy(InputStream source, OutputStream target) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
      if (isStopped.getAsBoolean()) {
        throw new Stopped();
      }
      target.write(buffer, 0, read);
      bytes += read;
    }
    return bytes;
  }

  private static void requireSame(MessageDigest digest, String sha256) {
    byte[] expected = HexFormat.of().parseHex(sha256);
    if (!MessageDigest.isEqual(digest.digest(), expected)) {
      throw EngineException.conflict("its checksum differs");
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Leaves the file open, so that it can be synced after the last compressed byte. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
