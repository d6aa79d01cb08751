package io.tenantry.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that is killed while it writes, archives, copies and closes loses nothing. To kill it a
 * hundred times at each moment: {@code -Dtest.args="-Dtenantry.kills=100
 * -Djunit.jupiter.execution.timeout.mode=disabled"}.
 */
class KilledArchiveTest {
  private static final int LIVES = Integer.getInteger("tenantry.kills", 2);
  private static final int SAMPLES = 30;

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void everyAcknowledgedCommitCanBeRestoredAfterKills(MomentOfDeath moment) throws Exception {
    Path data = temp.resolve("data");
    Random random = new Random(7);
    for (int life = 0; life < LIVES; life++) {
      DoomedArchive.run(data, moment, 500 + random.nextInt(500));
      checkTheLast(data, life);
    }
    List<DoomedArchive.Ack> acks = DoomedArchive.read(data);
    try (Dedicated database = new Dedicated(data)) {
      for (int i = 0; i < SAMPLES; i++) {
        DoomedArchive.Ack ack = acks.get(random.nextInt(acks.size()));
        assertThat(rowsAt(database, ack.micros())).isEqualTo(ack.rows());
      }
    }
  }

  private void checkTheLast(Path data, int life) throws Exception {
    DoomedArchive.Ack last = DoomedArchive.read(data).getLast();
    try (Dedicated database = new Dedicated(data)) {
      long rows = database.read(each -> each.queryLong("SELECT count(*) FROM t"));
      assertThat(rows).as("rows after life %d", life).isGreaterThanOrEqualTo(last.rows());
      assertThat(rowsAt(database, last.micros())).as("after life %d", life).isEqualTo(last.rows());
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
