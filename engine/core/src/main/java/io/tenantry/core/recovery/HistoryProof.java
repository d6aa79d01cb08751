package io.tenantry.core.recovery;

import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.inspection.Findings;
import io.tenantry.core.inspection.Fix;
import io.tenantry.core.inspection.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Proves that the states which a history offers can be restored, without restoring them. What a
 * crash leaves is no damage: the end of the last epoch may be in the log beside the database only.
 */
final class HistoryProof {
  static final String DAMAGED = "archive_damaged";
  private static final int BUFFER = 1 << 20;

  /** How long it takes at most until a copy is taken, on a machine that is very busy. */
  private static final Duration LONGEST_WITHOUT_COPY = Duration.ofMinutes(10);

  private final Path database;
  private final boolean quick;

  /**
   * Prepares the proof.
   *
   * @param database whose history it is
   * @param quick whether to look at sizes instead of contents
   */
  HistoryProof(Path database, boolean quick) {
    this.database = database;
    this.quick = quick;
  }

  void run(FileHistory history, Findings findings) throws IOException {
    for (Epoch epoch : history.epochs()) {
      findTemporary(epoch, findings);
    }
    try (HistoryReader reader = HistoryReader.open(history, Long.MAX_VALUE)) {
      List<HistoryReader.Part> parts = reader.parts();
      for (int i = 0; i < parts.size(); i++) {
        HistoryReader.Part part = parts.get(i);
        Optional<Integer> before =
            i == 0 ? Optional.empty() : Optional.of(parts.get(i - 1).epoch().number());
        lookAtStart(part, before, i == parts.size() - 1, findings);
        lookAtBase(part, findings);
        lookAtCommits(part, i == parts.size() - 1, findings);
      }
    }
  }

  private static void findTemporary(Epoch epoch, Findings findings) throws IOException {
    if (!Files.isDirectory(epoch.folder())) {
      return;
    }
    try (Stream<Path> files = Files.list(epoch.folder())) {
      files
          .filter(file -> file.toString().endsWith(AtomicFiles.TEMPORARY_SUFFIX))
          .forEach(
              file ->
                  findings.add(
                      Severity.WARNING,
                      "temporary_file",
                      file,
                      "A crash left this full copy half made",
                      new Fix.Delete(file)));
    }
  }

  private static void lookAtStart(
      HistoryReader.Part part, Optional<Integer> before, boolean isLast, Findings findings)
      throws IOException {
    Epoch epoch = part.epoch();
    boolean goesOn =
        epoch.continuous() && before.filter(number -> number == epoch.number() - 1).isPresent();
    if (goesOn) {
      return;
    }
    if (epoch.continuous() && before.isPresent()) {
      findings.add(
          Severity.ERROR,
          DAMAGED,
          epoch.folder(),
          "What was before it in the history is gone: a part of the past cannot be restored");
    } else if (before.isPresent()) {
      findings.note(
          "archive_gap",
          epoch.folder(),
          "The history has a gap before %s: the database was changed without it"
              .formatted(Micros.instant(part.commits().get(0).micros())));
    }
    if (part.base().isEmpty()) {
      addWithoutCopy(part, isLast, findings);
    }
  }

  /**
   * A copy is taken soon after an epoch has begun. One that ended before had a crash, or two: what
   * is in it is lost to recovery, and nobody can do anything about it.
   */
  private static boolean isCutShort(HistoryReader.Part part) throws IOException {
    long micros = part.commits().last().micros() - part.commits().get(0).micros();
    return micros < LONGEST_WITHOUT_COPY.toNanos() / 1000;
  }

  private static void addWithoutCopy(HistoryReader.Part part, boolean isLast, Findings findings)
      throws IOException {
    String what =
        "There is no full copy from which the states from %s to %s could be restored"
            .formatted(
                Micros.instant(part.commits().get(0).micros()),
                Micros.instant(part.commits().last().micros()));
    if (isLast) {
      findings.note("archive_without_copy", part.epoch().folder(), what + "; one is taken soon");
    } else if (isCutShort(part)) {
      findings.note(
          "archive_without_copy",
          part.epoch().folder(),
          what + "; a crash came before it was taken");
    } else {
      findings.add(Severity.WARNING, "archive_without_copy", part.epoch().folder(), what);
    }
  }

  private void lookAtBase(HistoryReader.Part part, Findings findings) throws IOException {
    Optional<Epoch.Base> base = part.base();
    if (base.isEmpty()) {
      return;
    }
    Path file = base.get().file();
    try {
      if (Files.size(file) == 0) {
        throw new IOException("it is empty");
      }
      if (base.get().compressed() && !quick) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException e) {
      findings.add(
          Severity.ERROR,
          DAMAGED,
          file,
          "The full copy cannot be used (%s); what is restored from it fails"
              .formatted(e.getMessage()));
    }
  }

  private void lookAtCommits(HistoryReader.Part part, boolean isLast, Findings findings)
      throws IOException {
    CommitLog commits = part.commits();
    long damaged = quick ? commits.size() : commits.firstDamaged();
    if (damaged < commits.size()) {
      findings.add(
          Severity.ERROR,
          DAMAGED,
          part.epoch().commits(),
          "Record %d of %d is damaged".formatted(damaged + 1, commits.size()));
      return;
    }
    int last = commits.last().segment();
    if (last >= part.segments().size()) {
      addLost(part, part.segments().size(), findings);
      return;
    }
    if (last >= 0) {
      lookAtFrames(part, isLast, findings);
    }
  }

  private void lookAtFrames(HistoryReader.Part part, boolean isLast, Findings findings)
      throws IOException {
    try (PlainFile frames = PlainFile.read(part.epoch().frames())) {
      for (Segment segment : part.segments()) {
        int wanted = Restore.lastFrame(part, segment);
        int whole = whole(frames, segment, wanted);
        if (whole < wanted && !(isLast && isInLog(segment, wanted))) {
          addLost(part, segment.index(), findings);
          return;
        }
      }
    }
  }

  private int whole(PlainFile frames, Segment segment, int wanted) throws IOException {
    if (quick) {
      return frames.size() >= segment.position(wanted + 1) ? wanted : segment.startFrame();
    }
    return new FrameWalk(frames, segment, segment.offset()).to(wanted, (_, _, _, _) -> {});
  }

  /** The next opening takes from there what a crash kept from the archive. */
  private boolean isInLog(Segment segment, int wanted) throws IOException {
    Path log = database.resolveSibling(database.getFileName() + "-wal");
    return LeftLog.read(log)
        .filter(left -> segment.isLog(left.segment().salts()))
        .filter(left -> left.lastFrame() >= wanted)
        .isPresent();
  }

  private static void addLost(HistoryReader.Part part, int segment, Findings findings)
      throws IOException {
    CommitLog commits = part.commits();
    long first = commits.lastInSegment(segment - 1) + 1;
    findings.add(
        Severity.ERROR,
        DAMAGED,
        part.epoch().frames(),
        "States from %s to %s cannot all be restored: frames are damaged or gone"
            .formatted(
                Micros.instant(commits.get(Math.min(first, commits.size() - 1)).micros()),
                Micros.instant(commits.last().micros())));
  }
}
