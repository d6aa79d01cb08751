package io.tenantry.core.isolation;

import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.core.DoomedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that moves a tenant which is being written to, and drops dead at a milestone. */
public final class DyingMove {
  static final int ROWS = 2000;

  private DyingMove() {}

  /** Runs on the data folder named first until the milestone named second. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Milestone last = Milestone.valueOf(arguments[1]);
    MovingFleet moving =
        new MovingFleet(data, Duration.ofSeconds(8), reached -> dieAt(last, reached)).filled(ROWS);
    Thread.ofPlatform().daemon().start(() -> write(moving, acknowledged(data)));
    while (acknowledgedIn(data) < ROWS + 20) {
      LockSupport.parkNanos(1_000_000);
    }
    moving.start(ChangeIsolation.toRegion(MovingFleet.SHOP, "us-east"));
    DoomedProcess.awaitDeath();
  }

  private static void dieAt(Milestone last, Milestone reached) {
    if (reached == last) {
      DoomedProcess.die();
    }
  }

  private static Path acknowledged(Path data) {
    return data.resolveSibling("acknowledged");
  }

  /** Returns the highest row that was acknowledged to the writer. */
  static long acknowledgedIn(Path data) throws IOException {
    Path file = acknowledged(data);
    return Files.exists(file) && Files.size(file) == Long.BYTES
        ? ByteBuffer.wrap(Files.readAllBytes(file)).getLong()
        : 0;
  }

  private static void write(MovingFleet moving, Path acknowledged) {
    try (FileChannel channel =
        FileChannel.open(acknowledged, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long id = ROWS + 1; true; id++) {
        moving.run("INSERT INTO notes (id, body) VALUES (" + id + ", randomblob(1000))");
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(id).flip(), 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the process, waits for its death, and returns what it ended with. */
  static int run(Path data, Milestone milestone) throws Exception {
    Path log = data.resolveSibling("dying.log");
    return DoomedProcess.run(DyingMove.class, log, data.toString(), milestone.name());
  }
}
