package io.tenantry.core.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The log that lies beside a database which nobody has open.
 *
 * @param segment its start
 * @param lastFrame the last frame that is committed, as SQLite will find when it opens it
 */
record LeftLog(Segment segment, int lastFrame) {

  /** Reads a log; empty when it holds no commit. */
  static Optional<LeftLog> read(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) <= Segment.HEADER) {
      return Optional.empty();
    }
    try (PlainFile file = PlainFile.read(log)) {
      Optional<Segment> segment = Segment.start(0, file.read(Segment.HEADER, 0), 0);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      AtomicInteger last = new AtomicInteger();
      new FrameWalk(file, segment.get(), Segment.HEADER)
          .to(
              Integer.MAX_VALUE,
              (frame, _, pages, _) -> {
                if (pages > 0) {
                  last.set(frame);
                }
              });
      return last.get() == 0
          ? Optional.empty()
          : Optional.of(new LeftLog(segment.get(), last.get()));
    }
  }
}
