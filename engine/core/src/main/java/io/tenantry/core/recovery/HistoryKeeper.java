package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps histories usable and bounded: takes full copies of open databases, and drops what is older
 * than the window and not needed for it. One thread at a time.
 *
 * <p>Crash while a copy is taken: it has no name yet; the next round takes another one. Crash while
 * an epoch is dropped: what is left of it serves no state, as its first file to go is the list of
 * its commits, and goes with the next round.
 */
final class HistoryKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);
  private static final long FRAMES_WORTH_A_COPY = 64L << 20;
  private static final int FRAMES_PER_COPY = 4;
  private static final Duration WAIT_FOR_READER = Duration.ofSeconds(30);

  private final Archives archives;
  private final TenantDatabases databases;
  private final RecoveryConfig config;
  private final InstantSource clock;

  HistoryKeeper(
      Archives archives, TenantDatabases databases, RecoveryConfig config, InstantSource clock) {
    this.archives = archives;
    this.databases = databases;
    this.config = config;
    this.clock = clock;
  }

  /** Takes the full copies that are due. */
  void takeBases() {
    for (Archive archive : archives.open()) {
      try {
        takeBaseIfDue(archive);
      } catch (IOException | EngineException e) {
        LOG.warn("No full copy of {} for its history now", archive.database(), e);
      }
    }
  }

  private void takeBaseIfDue(Archive archive) throws IOException {
    Optional<Epoch> latest = archive.history().latest();
    if (latest.isEmpty() && !archive.isBroken()) {
      return;
    }
    boolean starts = archive.isBroken() || isLong(archive, latest.orElseThrow());
    if (!starts && latest.orElseThrow().base().isPresent()) {
      return;
    }
    Optional<Epoch> epoch = starts ? archive.startEpoch() : latest;
    if (epoch.isPresent()) {
      takeBase(archive, epoch.get());
    }
  }

  private boolean isLong(Archive archive, Epoch epoch) throws IOException {
    try (CommitLog commits = CommitLog.read(epoch.commits())) {
      if (commits.size() < 2) {
        return false;
      }
      long oldest = Micros.of(clock.instant().minus(config.baseEvery()));
      long most = Math.max(FRAMES_WORTH_A_COPY, FRAMES_PER_COPY * Files.size(archive.database()));
      return commits.get(0).micros() < oldest || Files.size(epoch.frames()) > most;
    }
  }

  private void takeBase(Archive archive, Epoch epoch) throws IOException {
    Path copy = AtomicFiles.temporaryFor(epoch.folder().resolve("copy.db"));
    Path compressed = AtomicFiles.temporaryFor(epoch.folder().resolve("copy.db.gz"));
    try {
      AtomicFiles.delete(copy);
      AtomicFiles.createEmpty(copy);
      databases.withReader(
          new DatabaseFile(archive.database(), Profile.TENANT, Integer.MAX_VALUE),
          Deadline.in(WAIT_FOR_READER),
          database -> {
            database.backupTo(copy);
            return true;
          });
      FileHistory.compress(copy, compressed);
      archive.addBase(epoch, compressed);
    } finally {
      AtomicFiles.delete(copy);
      AtomicFiles.delete(compressed);
    }
  }

  /**
   * Drops the epochs that no state inside the window needs.
   *
   * @param before states before it need not be restorable any more
   */
  void prune(FileHistory history, long before) throws IOException {
    Lock lock = archives.pruning().writeLock();
    if (!lock.tryLock()) {
      return; // somebody reads; the next round will do
    }
    try {
      for (Epoch epoch : unneeded(history, before)) {
        drop(epoch);
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Epoch> unneeded(FileHistory history, long before) throws IOException {
    int kept = -1;
    try (HistoryReader reader = HistoryReader.open(history, Micros.of(clock.instant()))) {
      for (int i = 0; i < reader.parts().size(); i++) {
        HistoryReader.Part part = reader.parts().get(i);
        long first = part.firstOwn();
        if (first >= 0
            && part.commits().get(first).micros() <= before
            && reader.since(i) <= before) {
          kept = part.epoch().number();
        }
      }
    }
    int firstKept = kept;
    return history.epochs().stream().filter(epoch -> epoch.number() < firstKept).toList();
  }

  private static void drop(Epoch epoch) {
    AtomicFiles.delete(epoch.commits());
    AtomicFiles.deleteTree(epoch.folder());
  }
}
