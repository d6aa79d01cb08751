package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.databases.LogWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives the log of one database while it is open. Any thread.
 *
 * <p>After a commit only its end is recorded; its frames follow within a second, and at the latest
 * before SQLite may overwrite them. What a crash leaves, and what the next opening makes of it:
 *
 * <ol>
 *   <li>A commit that is not recorded, or recorded without its frames: the local log has it, and it
 *       is taken from there.
 *   <li>Records or frames torn at their end: they are cut off and taken from the local log again.
 *   <li>A local log that is gone, is another one than the archive knows, or has lost commits that
 *       the archive has; a database file that somebody changed: an epoch starts that does not go on
 *       from the one before, with a full copy of its own. What is between them is not restorable.
 *   <li>An epoch without its full copy: the sweeper takes one; until then the one before serves.
 * </ol>
 */
final class Archive implements LogWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  /** Databases up to this size are copied at once when they are opened. */
  static final long SMALL = 16L << 20;

  /** A clock that goes back by less is taken to stand still. */
  private static final long STANDSTILL_MICROS = 1_000_000;

  private final Path database;
  private final FileHistory history;
  private final LogIndex index;
  private final InstantSource clock;
  private final EpochJoining joining;
  private final Archives archives;
  private final long foldBytes;

  /** Held by who copies frames, syncs, starts an epoch or closes; taken before the monitor. */
  private final ReentrantLock io = new ReentrantLock();

  private @Nullable EpochWriter writer;
  private boolean broken;
  private long foldAt;

  Archive(
      Path database, FileHistory history, InstantSource clock, Archives archives, long foldBytes) {
    this.database = database;
    this.history = history;
    this.index = new LogIndex(database);
    this.clock = clock;
    this.joining = new EpochJoining(database, history, index, clock);
    this.archives = archives;
    this.foldBytes = foldBytes;
    this.foldAt = foldBytes;
  }

  Path database() {
    return database;
  }

  FileHistory history() {
    return history;
  }

  @Override
  public void opening() {
    guarded(
        () -> {
          broken = false;
          foldAt = foldBytes;
          if (!Files.exists(database)) {
            return;
          }
          archives.opened(this);
          Optional<Epoch> latest = history.latestBegun();
          Optional<LeftLog> left = LeftLog.read(index.logPath());
          boolean rested =
              left.isEmpty()
                  && latest.isPresent()
                  && history.isAsFolded(database, latest.get().logEnd());
          if (!rested) {
            resume(latest, left);
          }
        });
  }

  private void resume(Optional<Epoch> latest, Optional<LeftLog> left) throws IOException {
    if (latest.isPresent()) {
      EpochWriter known = EpochWriter.open(latest.get());
      if (joining.goesOn(known, left)) {
        writer = known;
        if (left.isPresent()) {
          joining.takeOver(known, left.get());
        }
        return;
      }
      known.close();
      LOG.warn("The history of {} has a gap: its log is not the one that was archived", database);
    }
    startAnew(left);
  }

  private void startAnew(Optional<LeftLog> left) throws IOException {
    EpochWriter epoch = EpochWriter.create(history.next(false), micros());
    writer = epoch;
    if (left.isPresent()) {
      joining.takeOver(epoch, left.get());
    } else {
      history.noteFolded(database, epoch.logEnd());
    }
    if (Files.size(database) <= SMALL) {
      Commit position = epoch.position();
      FileHistory.copyBase(
          database, epoch.epoch().base(position.segment(), position.frame(), false));
    }
  }

  @Override
  public void committed() {
    try {
      if (isClockBack()) {
        turn();
      }
      record();
    } catch (IOException | EngineException e) {
      breakOff(e);
    }
  }

  /**
   * Times never go back within an epoch, and what is recorded must be found under the time of now:
   * behind a clock that was set back the next epoch begins.
   */
  private synchronized boolean isClockBack() throws IOException {
    if (broken || writer == null && history.latestBegun().isEmpty()) {
      return false;
    }
    return loaded().lastMicros() - micros() > STANDSTILL_MICROS;
  }

  private void turn() throws IOException {
    io.lock();
    try {
      copyNow();
      synchronized (this) {
        if (isClockBack()) {
          follow(joining.following(loaded()));
        }
      }
    } finally {
      io.unlock();
    }
  }

  private synchronized void record() throws IOException {
    if (!index.refresh()) {
      return;
    }
    if (index.logBytes() + foldBytes < foldAt) {
      foldAt = foldBytes; // the log was started anew
    }
    if (broken) {
      return;
    }
    EpochWriter epoch = loaded();
    Segment current = epoch.current();
    int frame = index.lastFrame();
    if (current == null || !current.isLog(index.salts())) {
      epoch.start(joining.segmentOfNow());
    } else if (frame == epoch.recorded()) {
      return;
    }
    epoch.commit(micros(), frame);
  }

  private EpochWriter loaded() throws IOException {
    EpochWriter known = writer;
    if (known == null) {
      known =
          EpochWriter.open(
              history.latestBegun().orElseThrow(() -> new IOException("no epoch of " + database)));
      writer = known;
    }
    return known;
  }

  private long micros() {
    return Micros.of(clock.instant());
  }

  @Override
  public synchronized boolean isFoldDue() {
    return index.logBytes() >= foldAt;
  }

  @Override
  public void folding() {
    guarded(
        () -> {
          copyNow();
          EpochWriter epoch = current();
          if (epoch != null) {
            epoch.sync();
          }
        });
  }

  private void copyNow() throws IOException {
    EpochWriter epoch = current();
    if (epoch != null && !epoch.isComplete()) {
      epoch.copy(index.log());
    }
  }

  private synchronized @Nullable EpochWriter current() {
    return broken ? null : writer;
  }

  @Override
  public void folded(boolean complete) {
    synchronized (this) {
      foldAt = index.logBytes() + foldBytes;
    }
    if (complete) {
      guarded(this::noteFolded);
    }
  }

  private void noteFolded() throws IOException {
    EpochWriter epoch = current();
    if (epoch != null) {
      history.noteFolded(database, epoch.logEnd());
    }
  }

  @Override
  public void closed() {
    archives.closed(this);
    guarded(
        () -> {
          index.close();
          EpochWriter epoch = writer;
          writer = null;
          if (epoch != null) {
            if (broken) {
              epoch.forgetUnarchived();
            }
            epoch.close();
            if (!broken && !Files.exists(index.logPath())) {
              history.noteFolded(database, epoch.logEnd());
            }
          }
        });
  }

  /** Copies what is not archived yet, unless somebody does already. */
  void copyInBackground() {
    if (io.tryLock()) {
      try {
        copyNow();
      } catch (IOException e) {
        breakOff(e);
      } finally {
        io.unlock();
      }
    }
  }

  /** Copies what is not archived yet. */
  void copy() {
    guarded(this::copyNow);
  }

  /** Makes sure that all that is in the database can be found under times until now. */
  void catchUp() {
    guarded(
        () -> {
          if (isClockBack()) {
            turn();
          }
          copyNow();
        });
  }

  /** Returns whether the archive cannot follow any more until it starts anew. */
  synchronized boolean isBroken() {
    return broken;
  }

  /** Starts an epoch while the database is open; a full copy must follow. */
  Optional<Epoch> startEpoch() {
    io.lock();
    try {
      copyNow();
      synchronized (this) {
        EpochWriter next = broken ? joining.unconnected() : connected();
        follow(next);
        return Optional.of(next.epoch());
      }
    } catch (IOException | EngineException e) {
      breakOff(e);
      return Optional.empty();
    } finally {
      io.unlock();
    }
  }

  private void follow(EpochWriter next) throws IOException {
    EpochWriter last = writer;
    writer = next;
    if (last != null) {
      if (broken) {
        last.forgetUnarchived();
      }
      last.sync();
      last.close();
    }
    broken = false;
  }

  /** Starts an epoch that goes on where the last commit is. */
  private EpochWriter connected() throws IOException {
    record();
    EpochWriter last = loaded();
    if (!last.isComplete()) {
      last.copy(index.log());
    }
    return joining.following(last);
  }

  /**
   * Takes a full copy that was begun after the epoch had started.
   *
   * @param compressed the copy; moved to its place
   */
  void addBase(Epoch epoch, Path compressed) throws IOException {
    io.lock();
    try {
      Commit position;
      synchronized (this) {
        record();
        EpochWriter now = loaded();
        if (broken || !now.epoch().equals(epoch)) {
          return;
        }
        position = now.end();
        now.mark(micros());
      }
      copyNow();
      FileHistory.finish(compressed, epoch.base(position.segment(), position.frame(), true));
    } finally {
      io.unlock();
    }
  }

  private void guarded(Step step) {
    io.lock();
    try {
      step.run();
    } catch (IOException | EngineException e) {
      breakOff(e);
    } finally {
      io.unlock();
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private synchronized void breakOff(Exception why) {
    if (!broken) {
      LOG.warn("The history of {} is interrupted: {}", database, why.toString());
    }
    broken = true;
    try {
      history.forgetFolded();
    } catch (IOException e) {
      LOG.error("The history of {} may go on wrongly after a crash", database, e);
    }
  }
}
