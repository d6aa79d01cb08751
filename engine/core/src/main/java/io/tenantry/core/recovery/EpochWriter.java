package io.tenantry.core.recovery;

import io.tenantry.core.files.AtomicFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the newest epoch of a database. What it knows of the present changes under its own lock,
 * so that copying frames keeps no commit waiting; who copies, syncs or closes is one at a time.
 */
final class EpochWriter implements Closeable {
  private static final int COPIED_AT_ONCE = 1 << 20;

  private final Epoch epoch;
  private final CommitLog commits;
  private final PlainFile segments;
  private final PlainFile frames;
  private @Nullable Segment current;
  private int recorded;
  private int archived;
  private long lastMicros;
  private boolean dirty;

  private EpochWriter(Epoch epoch, CommitLog commits, PlainFile segments, PlainFile frames) {
    this.epoch = epoch;
    this.commits = commits;
    this.segments = segments;
    this.frames = frames;
  }

  /** Starts an epoch. */
  static EpochWriter create(Epoch epoch, long micros) throws IOException {
    AtomicFiles.createFolder(epoch.folder());
    EpochWriter writer = files(epoch);
    writer.append(Commit.start(micros));
    return writer;
  }

  /** Goes on with an epoch; the frames that are there are verified. */
  static EpochWriter open(Epoch epoch) throws IOException {
    EpochWriter writer = files(epoch);
    List<Segment> known = epoch.segments();
    writer.segments.resize((long) known.size() * Segment.RECORD);
    while (writer.commits.size() > 0 && writer.commits.last().segment() >= known.size()) {
      writer.commits.truncate(writer.commits.size() - 1);
    }
    if (writer.commits.size() == 0) {
      writer.close();
      throw new IOException("no commits in " + epoch.folder());
    }
    Commit last = writer.commits.last();
    writer.lastMicros = last.micros();
    if (!known.isEmpty()) {
      Segment segment = known.getLast();
      writer.current = segment;
      writer.recorded = last.segment() == segment.index() ? last.frame() : segment.startFrame();
      writer.archived =
          new FrameWalk(writer.frames, segment, segment.offset())
              .to(writer.recorded, (_, _, _, _) -> {});
    }
    return writer;
  }

  private static EpochWriter files(Epoch epoch) throws IOException {
    CommitLog commits = CommitLog.write(epoch.commits());
    return new EpochWriter(
        epoch, commits, PlainFile.write(epoch.segmentsFile()), PlainFile.write(epoch.frames()));
  }

  Epoch epoch() {
    return epoch;
  }

  /** Returns whether the frames that commits speak of are here. */
  synchronized boolean isComplete() {
    return archived >= recorded;
  }

  synchronized @Nullable Segment current() {
    return current;
  }

  synchronized int recorded() {
    return recorded;
  }

  synchronized long lastMicros() {
    return lastMicros;
  }

  synchronized long frameBytes() {
    Segment segment = current;
    return segment == null ? 0 : segment.position(archived + 1);
  }

  /** Returns the last state that was recorded. */
  synchronized Commit position() throws IOException {
    return commits.last();
  }

  /** Returns the last frame there is, whether a commit of this epoch or the one before. */
  synchronized Commit end() {
    Segment segment = current;
    return segment == null
        ? Commit.start(lastMicros)
        : new Commit(lastMicros, segment.index(), recorded);
  }

  /** Returns where the log ends of which the commits are recorded. */
  synchronized LogEnd logEnd() {
    Segment segment = current;
    return segment == null ? LogEnd.NONE : new LogEnd(segment.salts(), recorded);
  }

  /** Starts a segment with a log from its start, or from the frame at which it is now. */
  synchronized void start(Segment segment) throws IOException {
    if (!isComplete()) {
      throw new IOException("the log was started anew before it was archived");
    }
    Segment next =
        segment.from(
            (int) (segments.size() / Segment.RECORD),
            segment.startFrame(),
            segment.firstSum(),
            segment.secondSum(),
            frameBytes());
    segments.write(next.toRecord().array(), 0, Segment.RECORD, segments.size());
    current = next;
    recorded = next.startFrame();
    archived = next.startFrame();
    dirty = true;
  }

  /** Returns the rest of the current log, for an epoch that goes on where this one ends. */
  synchronized @Nullable Segment rest() throws IOException {
    Segment segment = current;
    if (segment == null || recorded == segment.startFrame()) {
      return segment;
    }
    ByteBuffer last =
        ByteBuffer.wrap(frames.read(Segment.FRAME_HEADER, segment.position(recorded)));
    return segment.from(0, recorded, last.getInt(16), last.getInt(20), 0);
  }

  /** Records a commit that ends with a frame of the current segment. */
  synchronized void commit(long micros, int frame) throws IOException {
    Segment segment = current;
    if (segment == null || frame <= recorded) {
      throw new IOException("commit at frame " + frame + " after " + recorded);
    }
    recorded = frame;
    append(new Commit(micros, segment.index(), frame));
  }

  /** Records that the state of now can be restored, though no commit made it. */
  synchronized void mark(long micros) throws IOException {
    Segment segment = current;
    if (segment != null && !commits.last().includes(segment.index(), recorded)) {
      append(new Commit(micros, segment.index(), recorded));
    }
  }

  private void append(Commit commit) throws IOException {
    long micros = Math.max(commit.micros(), lastMicros);
    commits.append(new Commit(micros, commit.segment(), commit.frame()));
    lastMicros = micros;
    dirty = true;
  }

  /** Copies the frames of recorded commits that are not here yet. */
  void copy(PlainFile log) throws IOException {
    Segment segment;
    int from;
    int to;
    synchronized (this) {
      segment = current;
      from = archived;
      to = recorded;
    }
    if (segment == null || from >= to) {
      return;
    }
    long read = segment.positionInLog(from + 1);
    long end = segment.positionInLog(to + 1);
    long write = segment.position(from + 1);
    byte[] bytes = new byte[(int) Math.min(COPIED_AT_ONCE, end - read)];
    while (read < end) {
      int part = (int) Math.min(bytes.length, end - read);
      if (log.read(bytes, 0, part, read) < part) {
        throw new IOException("the log is shorter than its commits");
      }
      frames.write(bytes, 0, part, write);
      read += part;
      write += part;
    }
    synchronized (this) {
      archived = to;
    }
  }

  /**
   * Forgets the commits whose frames did not get here, as on a full disk: what cannot be restored
   * is not to be offered.
   */
  synchronized void forgetUnarchived() throws IOException {
    Segment segment = current;
    if (segment != null && archived < recorded) {
      commits.truncate(commits.firstIncluding(segment.index(), archived + 1));
      recorded = archived;
      lastMicros = commits.last().micros();
      dirty = true;
    }
  }

  /** Makes all that is here outlive the machine. */
  void sync() throws IOException {
    synchronized (this) {
      if (!dirty) {
        return;
      }
      dirty = false;
    }
    frames.sync();
    segments.sync();
    commits.sync();
  }

  @Override
  public void close() throws IOException {
    commits.close();
    segments.close();
    frames.close();
  }
}
