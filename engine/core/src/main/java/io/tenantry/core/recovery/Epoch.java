package io.tenantry.core.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the history of a database file, from one full copy to the next.
 *
 * <pre>
 * {number}[c]/           c: goes on exactly where the epoch before it ended
 *   commits              the states that can be restored ({@link CommitLog})
 *   segments             which logs the frames are from ({@link Segment})
 *   frames               frames of all segments, one behind the other
 *   base.{s}.{f}.db[.gz] a full copy; with the frames of this epoch it makes every state from
 *                        segment s, frame f on
 * </pre>
 *
 * @param folder where it is
 * @param number counts the epochs of a file, from 0
 * @param continuous whether it goes on where the one before it ended
 */
record Epoch(Path folder, int number, boolean continuous) {
  private static final Pattern NAME = Pattern.compile("(\\d{1,9})(c?)");
  private static final Pattern BASE =
      Pattern.compile("base\\.(-?\\d{1,9})\\.(\\d{1,9})\\.db(\\.gz)?");

  /**
   * A full copy.
   *
   * @param file where it is
   * @param segment it needs the frames up to this segment
   * @param frame and this frame of it
   * @param compressed whether by gzip
   */
  record Base(Path file, int segment, int frame, boolean compressed) {}

  static Epoch of(Path parent, int number, boolean continuous) {
    return new Epoch(parent.resolve(number + (continuous ? "c" : "")), number, continuous);
  }

  /** Reads the name of a folder. */
  static Optional<Epoch> at(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches()
        ? Optional.of(new Epoch(folder, Integer.parseInt(name.group(1)), !name.group(2).isEmpty()))
        : Optional.empty();
  }

  Path commits() {
    return folder.resolve("commits");
  }

  Path segmentsFile() {
    return folder.resolve("segments");
  }

  Path frames() {
    return folder.resolve("frames");
  }

  Path base(int segment, int frame, boolean compressed) {
    return folder.resolve("base." + segment + "." + frame + ".db" + (compressed ? ".gz" : ""));
  }

  /** Returns the full copy that serves the most states; a second one is left over by a crash. */
  Optional<Base> base() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> base(file).stream())
          .min(Comparator.comparingInt(Base::segment).thenComparingInt(Base::frame));
    }
  }

  private static Optional<Base> base(Path file) {
    Matcher name = BASE.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(
            new Base(
                file,
                Integer.parseInt(name.group(1)),
                Integer.parseInt(name.group(2)),
                name.group(3) != null))
        : Optional.empty();
  }

  /**
   * Returns whether there is anything in it that the epoch before it does not have: one that goes
   * on has begun with its first segment or its full copy, any other with its first state; but the
   * state with which a history starts is none without the copy. Only lengths count: what is damaged
   * is there all the same.
   */
  boolean hasBegun() throws IOException {
    int states = number == 0 ? 2 : 1;
    return holds(segmentsFile(), Segment.RECORD)
        || (!continuous && holds(commits(), states * CommitLog.RECORD))
        || base().isPresent();
  }

  private static boolean holds(Path file, int bytes) throws IOException {
    return Files.exists(file) && Files.size(file) >= bytes;
  }

  /** Returns where the log ends of which this epoch has the commits. */
  LogEnd logEnd() throws IOException {
    List<Segment> known = segments();
    if (known.isEmpty()) {
      return LogEnd.NONE;
    }
    Segment segment = known.getLast();
    try (CommitLog states = CommitLog.read(commits())) {
      long index = states.lastInSegment(segment.index());
      Commit last = index < 0 ? Commit.start(0) : states.get(index);
      int frame = last.segment() == segment.index() ? last.frame() : segment.startFrame();
      return new LogEnd(segment.salts(), frame);
    }
  }

  /** Returns the segments, as many as are whole. */
  List<Segment> segments() throws IOException {
    List<Segment> segments = new ArrayList<>();
    if (!Files.exists(segmentsFile())) {
      return segments;
    }
    byte[] bytes = Files.readAllBytes(segmentsFile());
    for (int at = 0; at + Segment.RECORD <= bytes.length; at += Segment.RECORD) {
      byte[] record = new byte[Segment.RECORD];
      System.arraycopy(bytes, at, record, 0, record.length);
      Optional<Segment> segment = Segment.ofRecord(segments.size(), ByteBuffer.wrap(record));
      if (segment.isEmpty()) {
        break;
      }
      segments.add(segment.get());
    }
    return segments;
  }
}
