package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class EventRingTest {
  private static final TenantPlace PLACE =
      TenantPlace.first(
          new ProjectId("tdb_2abf90d3"),
          new WorkspaceName("main"),
          new TenantId("wayne"),
          1,
          Optional.empty());

  @Test
  void aFullRingTakesNothing() {
    EventRing ring = new EventRing(4);

    for (int i = 0; i < 4; i++) {
      assertThat(ring.offer(event(0, i))).isTrue();
    }

    assertThat(ring.offer(event(0, 4))).isFalse();
    assertThat(ring.poll()).isEqualTo(event(0, 0));
    assertThat(ring.offer(event(0, 4))).isTrue();
    for (int i = 1; i < 5; i++) {
      assertThat(ring.poll()).isEqualTo(event(0, i));
    }
    assertThat(ring.poll()).isNull();
  }

  @Test
  void nothingIsLostOrTwiceOrOutOfItsProducersOrder() throws InterruptedException {
    EventRing ring = new EventRing(64);
    int producers = 4;
    int each = 50_000;
    LongAdder refused = new LongAdder();
    List<Thread> threads = new ArrayList<>();
    for (int producer = 0; producer < producers; producer++) {
      int mine = producer;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < each; i++) {
                      while (!ring.offer(event(mine, i))) {
                        refused.increment();
                        Thread.onSpinWait();
                      }
                    }
                  }));
    }
    long[] next = new long[producers];
    int taken = 0;
    while (taken < producers * each) {
      QueryEvent event = ring.poll();
      if (event != null) {
        assertThat(event.nanos()).isEqualTo(next[(int) event.tenantId()]++);
        taken++;
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(ring.poll()).isNull();
    assertThat(ring.size()).isZero();
  }

  private static QueryEvent event(long producer, long number) {
    return new QueryEvent(
        producer, PLACE, "SELECT 1", QuerySource.API, Optional.empty(), number, Instant.EPOCH, 1);
  }
}
