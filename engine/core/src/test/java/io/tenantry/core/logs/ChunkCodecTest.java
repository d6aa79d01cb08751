package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.logs.QuerySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
  @Test
  void entriesComeBackAsTheyWere() {
    Random random = new Random(11);
    List<Noted> entries = new ArrayList<>();
    long id = 1L << 50;
    for (int i = 0; i < 1024; i++) {
      id += 1 + random.nextInt(5);
      entries.add(
          new Noted(
              id,
              1_700_000_000_000L + random.nextInt(10_000) - 5_000,
              random.nextBoolean() ? QuerySource.API : QuerySource.PROXY,
              random.nextLong(1L << random.nextInt(1, 40)),
              random.nextBoolean(),
              random.nextBoolean() ? "SELECT 'ä€😀'" : "SELECT " + i,
              random.nextInt(5) == 0 ? Optional.of("no such table: t" + i % 3) : Optional.empty(),
              random.nextInt(4) == 0 ? QueryEvent.NO_ROWS : random.nextLong(1L << 40)));
    }

    assertThat(ChunkCodec.decode(ChunkCodec.encode(entries))).isEqualTo(entries);
  }

  @Test
  void aTextThatComesOftenIsWrittenOnce() {
    List<Noted> entries = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      entries.add(
          new Noted(
              i,
              1000 + i,
              QuerySource.API,
              40,
              false,
              "SELECT a FROM t".repeat(20),
              Optional.empty(),
              1));
    }

    assertThat(ChunkCodec.encode(entries)).hasSizeLessThan(8_000);
  }
}
