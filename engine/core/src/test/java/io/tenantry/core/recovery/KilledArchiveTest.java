package io.tenantry.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes, archives, copies and closes loses nothing. */
class KilledArchiveTest {
  private static final int LIVES = 3;
  private static final int SAMPLES = 30;

  @TempDir Path temp;

  @Test
  void everyAcknowledgedCommitCanBeRestoredAfterKills() throws Exception {
    Path data = temp.resolve("data");
    for (int life = 0; life < LIVES; life++) {
      DoomedArchive.run(data, 900 + 150 * life);
    }
    List<DoomedArchive.Ack> acks = DoomedArchive.read(data);
    try (Dedicated database = new Dedicated(data)) {
      long rows = database.read(each -> each.queryLong("SELECT count(*) FROM t"));
      assertThat(rows).isGreaterThanOrEqualTo(acks.getLast().rows());
      Random random = new Random(7);
      for (int i = 0; i < SAMPLES; i++) {
        DoomedArchive.Ack ack = acks.get(random.nextInt(acks.size()));
        assertThat(rowsAt(database, ack.micros())).isEqualTo(ack.rows());
      }
      assertThat(rowsAt(database, acks.getLast().micros())).isEqualTo(acks.getLast().rows());
    }
  }

  private long rowsAt(Dedicated database, long micros) throws Exception {
    Path restored = temp.resolve("restored.db");
    assertThat(database.dumpAt(micros, restored)).as(Micros.instant(micros).toString()).isPresent();
    try (SqliteDatabase past = database.sqlite.open(OpenOptions.engine(restored))) {
      return past.queryLong("SELECT count(*) FROM t");
    }
  }
}
