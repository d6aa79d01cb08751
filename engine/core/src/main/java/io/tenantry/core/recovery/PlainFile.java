package io.tenantry.core.recovery;

import io.tenantry.core.files.AtomicFiles;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that only its owner closes. A channel would be closed by the interruption of a thread that
 * uses it, and closing a file of a database drops the locks SQLite has on it. Any thread.
 */
final class PlainFile implements Closeable {
  private final RandomAccessFile file;

  private PlainFile(RandomAccessFile file) {
    this.file = file;
  }

  static PlainFile read(Path path) throws IOException {
    return new PlainFile(new RandomAccessFile(path.toFile(), "r"));
  }

  /** Opens a file for writing, and makes it, for its owner alone, when it is missing. */
  static PlainFile write(Path path) throws IOException {
    AtomicFiles.createEmpty(path);
    return new PlainFile(new RandomAccessFile(path.toFile(), "rw"));
  }

  /** Reads as many bytes as there are, at most as many as wanted; returns their number. */
  synchronized int read(byte[] into, int from, int wanted, long position) throws IOException {
    file.seek(position);
    int done = 0;
    while (done < wanted) {
      int more = file.read(into, from + done, wanted - done);
      if (more < 0) {
        break;
      }
      done += more;
    }
    return done;
  }

  /** Reads that many bytes. */
  byte[] read(int length, long position) throws IOException {
    byte[] bytes = new byte[length];
    if (read(bytes, 0, length, position) < length) {
      throw new EOFException("no " + length + " bytes at " + position);
    }
    return bytes;
  }

  synchronized void write(byte[] bytes, int from, int length, long position) throws IOException {
    file.seek(position);
    file.write(bytes, from, length);
  }

  synchronized long size() throws IOException {
    return file.length();
  }

  /** Makes the file shorter or longer. */
  synchronized void resize(long size) throws IOException {
    file.setLength(size);
  }

  /** Makes what was written outlive the machine. */
  void sync() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
