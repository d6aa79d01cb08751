package io.tenantry.core.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Joins epochs to each other and to the log that is there. Called by the archive, which holds what
 * it takes.
 */
final class EpochJoining {
  private final Path database;
  private final FileHistory history;
  private final LogIndex index;
  private final InstantSource clock;

  EpochJoining(Path database, FileHistory history, LogIndex index, InstantSource clock) {
    this.database = database;
    this.history = history;
    this.index = index;
    this.clock = clock;
  }

  /** Either the log that is archived is there, or the file holds all of it. */
  boolean goesOn(EpochWriter known, Optional<LeftLog> left) throws IOException {
    Segment current = known.current();
    if (left.isPresent() && current != null && current.isLog(left.get().segment().salts())) {
      return known.recorded() <= left.get().lastFrame();
    }
    return known.isComplete() && history.isAsFolded(database, known.logEnd());
  }

  /** Takes from a log that was left what is not archived of it. */
  void takeOver(EpochWriter epoch, LeftLog left) throws IOException {
    Segment current = epoch.current();
    if (current == null || !current.isLog(left.segment().salts())) {
      epoch.start(left.segment());
    }
    if (epoch.recorded() < left.lastFrame()) {
      epoch.commit(Micros.of(clock.instant()), left.lastFrame());
    }
    try (PlainFile log = PlainFile.read(index.logPath())) {
      epoch.copy(log);
    }
    epoch.sync();
  }

  /** Starts an epoch that goes on exactly where another one ends. */
  EpochWriter following(EpochWriter last) throws IOException {
    EpochWriter next = EpochWriter.create(history.next(true), Micros.of(clock.instant()));
    Segment rest = last.rest();
    if (rest != null) {
      next.start(rest);
    }
    return next;
  }

  /** Starts an epoch after commits that were not followed. */
  EpochWriter unconnected() throws IOException {
    EpochWriter next = EpochWriter.create(history.next(false), Micros.of(clock.instant()));
    if (index.refresh()) {
      Segment segment = segmentOfNow();
      int frame = index.lastFrame();
      ByteBuffer header =
          ByteBuffer.wrap(index.log().read(Segment.FRAME_HEADER, segment.positionInLog(frame)));
      if (header.getLong(8) != segment.salts()) {
        throw new IOException("the log was started anew meanwhile");
      }
      next.start(segment.from(0, frame, header.getInt(16), header.getInt(20), 0));
    }
    return next;
  }

  /** Returns the log of now, from its start. */
  Segment segmentOfNow() throws IOException {
    return Segment.start(0, index.log().read(Segment.HEADER, 0), 0)
        .filter(segment -> segment.isLog(index.salts()))
        .orElseThrow(() -> new IOException("the log of " + database + " has another header"));
  }
}
