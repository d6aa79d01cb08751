package io.tenantry.bench;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How fast a large database is backed up, from asking until the backup is done (a consistent copy,
 * checksum, durable rows), against reading the closed file through the same compression into
 * another one and syncing that.
 */
public final class BackupBench {
  private static final int ROUNDS = 7;
  private static final int BATCHES = 10;
  private static final int ROWS = 100_000;
  private static final int BUFFER_BYTES = 256 << 10;
  private static final long POLL_NANOS = 1_000_000;
  private static final TenantId TENANT = new TenantId("large");

  private BackupBench() {}

  /**
   * Prints megabytes of database per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "backup");
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(work.resolve("engine")))) {
      subject.create(List.of(TENANT.value()));
      fill(subject);
      Backups backups = subject.project().backups();
      Backup first = take(backups);
      Path closed = unpacked(backups, first, work);
      int megabytes = Math.toIntExact(first.databaseBytes() >> 20);
      System.out.printf("%d MB, compressed to %d MB%n", megabytes, first.sizeBytes() >> 20);
      new Rounds("MB", megabytes, ROUNDS)
          .compare(
              "plain copy",
              _ -> compress(closed, work.resolve("plain.gz")),
              "backup",
              _ -> backups.delete(TENANT, take(backups).storagePath()));
    }
    WorkFolder.delete(work);
  }

  private static void fill(BenchEngine subject) {
    for (int batch = 0; batch < BATCHES; batch++) {
      String sql =
          """
          INSERT INTO t0 (code, name, amount, created_at)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT 'C' || (%d + i), 'Customer ' || (i * 7919 %% 99991), (i * 31 %% 100003) / 7.0,
                 datetime(1700000000 + i * 977, 'unixepoch')
          FROM n
          """
              .formatted(ROWS, (batch + 1) * ROWS);
      subject.project().queries().tenant(new TenantQuery(TENANT, BenchEngine.BLUEPRINT, sql));
    }
  }

  private static Backup take(Backups backups) {
    String path = backups.create(TENANT).paths().getFirst();
    while (true) {
      for (Backup backup : backups.list(TENANT)) {
        if (backup.storagePath().equals(path) && backup.status().ended()) {
          if (backup.status() != BackupStatus.DONE) {
            throw new IllegalStateException("failed: " + backup);
          }
          return backup;
        }
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static Path unpacked(Backups backups, Backup backup, Path work) throws IOException {
    Path packed = work.resolve("first.gz");
    backups.download(TENANT, backup.storagePath(), packed);
    Path file = work.resolve("closed.db");
    try (InputStream gzip = new GZIPInputStream(Files.newInputStream(packed), BUFFER_BYTES)) {
      Files.copy(gzip, file);
    }
    return file;
  }

  private static void compress(Path file, Path target) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        InputStream source = Files.newInputStream(file)) {
      Fast gzip = new Fast(Channels.newOutputStream(channel));
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        gzip.write(buffer, 0, read);
      }
      gzip.finish();
      channel.force(true);
    }
  }

  /** The level that backups use. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream target) throws IOException {
      super(target, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
