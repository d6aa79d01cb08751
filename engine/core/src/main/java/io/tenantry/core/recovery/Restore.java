package io.tenantry.core.recovery;

import io.tenantry.core.files.AtomicFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Makes a past state of a database: its full copy, and over it the last version that each page had
 * in the frames since. All frames are verified; what is damaged makes it fail, never a wrong
 * database. One thread, once.
 */
final class Restore implements Closeable {
  private static final int POSITION_BITS = 44;
  private static final long POSITION = (1L << POSITION_BITS) - 1;
  private static final int BUFFER = 1 << 20;

  private final HistoryReader.State state;
  private final List<PlainFile> sources = new ArrayList<>();

  /** Where the newest version of each page is: source and position; 0 for none. */
  private long[] pages = new long[1 << 10];

  private int pageCount;
  private int pageSize;
  private long walBytes;

  private Restore(HistoryReader.State state) {
    this.state = state;
  }

  /**
   * Writes the state to a file, whole and durable or not at all.
   *
   * @return how many bytes of logs were read
   */
  static long to(Path target, HistoryReader.State state) throws IOException {
    Path part = AtomicFiles.temporaryFor(target);
    AtomicFiles.createFolder(AtomicFiles.folderOf(target));
    try (Restore restore = new Restore(state)) {
      restore.collect();
      restore.write(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      AtomicFiles.syncFolder(AtomicFiles.folderOf(target));
      return restore.walBytes;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void collect() throws IOException {
    List<HistoryReader.Part> parts = state.parts();
    for (int i = 0; i < parts.size(); i++) {
      collect(parts.get(i), i == parts.size() - 1);
    }
  }

  private void collect(HistoryReader.Part part, boolean isLast) throws IOException {
    Commit end = state.commit();
    PlainFile frames = PlainFile.read(part.epoch().frames());
    sources.add(frames);
    for (Segment segment : part.segments()) {
      if (isLast && segment.index() > end.segment()) {
        return;
      }
      boolean isEnd = isLast && segment.index() == end.segment();
      collect(segment, frames, isEnd ? end.frame() : lastFrame(part, segment));
    }
  }

  static int lastFrame(HistoryReader.Part part, Segment segment) throws IOException {
    Commit last = part.commits().get(part.commits().lastInSegment(segment.index()));
    return last.segment() == segment.index() ? last.frame() : segment.startFrame();
  }

  private void collect(Segment segment, PlainFile frames, int last) throws IOException {
    if (pageSize != 0 && pageSize != segment.pageSize()) {
      throw new IOException("the page size changes");
    }
    pageSize = segment.pageSize();
    long source = (long) (sources.size() - 1) << POSITION_BITS;
    int found =
        new FrameWalk(frames, segment, segment.offset())
            .to(last, (_, page, size, position) -> note(page, size, source | position));
    if (found < last) {
      throw new IOException(
          "segment %d is damaged after frame %d of %d".formatted(segment.index(), found, last));
    }
    walBytes += (long) (last - segment.startFrame()) * segment.frameSize();
  }

  private void note(int page, int size, long where) {
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    pages[page] = where;
    if (size > 0) {
      pageCount = size;
    }
  }

  private void write(Path part) throws IOException {
    PlainFile.write(part).close();
    copyBase(part);
    try (PlainFile file = PlainFile.write(part)) {
      if (pageCount > 0) {
        writePages(file);
        file.resize((long) pageCount * pageSize);
      }
      file.sync();
    }
  }

  private void copyBase(Path part) throws IOException {
    Epoch.Base base = state.base();
    try (InputStream file = Files.newInputStream(base.file());
        InputStream plain = base.compressed() ? new GZIPInputStream(file, BUFFER) : file;
        OutputStream out = Files.newOutputStream(part)) {
      plain.transferTo(out);
    }
  }

  /** Neighbours in the database are written together. */
  private void writePages(PlainFile file) throws IOException {
    byte[] run = new byte[Math.max(BUFFER, pageSize)];
    int last = Math.min(pageCount, pages.length - 1);
    int page = 1;
    while (page <= last) {
      int length = 0;
      int first = page;
      while (page <= last && pages[page] != 0 && length + pageSize <= run.length) {
        readPage(pages[page], run, length);
        length += pageSize;
        page++;
      }
      if (length == 0) {
        page++;
      } else {
        file.write(run, 0, length, (long) (first - 1) * pageSize);
      }
    }
  }

  private void readPage(long where, byte[] into, int at) throws IOException {
    PlainFile source = sources.get((int) (where >>> POSITION_BITS));
    if (source.read(into, at, pageSize, where & POSITION) < pageSize) {
      throw new IOException("a page of the archive is gone");
    }
  }

  @Override
  public void close() throws IOException {
    for (PlainFile source : sources) {
      source.close();
    }
  }
}
