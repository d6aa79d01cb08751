package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastRunTest {
  private static final QueryTarget ALL = new QueryTarget.AllTenants(new WorkspaceName("fintech"));

  @Test
  void everyEndingIsReadBackAsItWasWritten() {
    for (LastRun.Ending ending : LastRun.Ending.values()) {
      LastRun run =
          new LastRun(
              Instant.parse("2026-11-30T10:15:30.123456Z"),
              Duration.ofMillis(1_234),
              ALL,
              ending,
              "",
              "SELECT 1;\n\nSELECT 2\n");
      assertThat(LastRun.read(run.written())).contains(run);
    }
  }

  @Test
  void whatCannotBeReadIsNoRun() {
    String sound = "2026-11-30T10:15:30Z\nPT1S\nall:fintech\nDONE\n1 row\nSELECT 1";
    assertThat(LastRun.read(sound)).isPresent();
    for (String text :
        List.of(
            "",
            "SELECT 1",
            sound.replace("2026", "then"),
            sound.replace("PT1S", "soon"),
            sound.replace("all:", "some:"),
            sound.replace("DONE", "GONE"))) {
      assertThat(LastRun.read(text)).as(text).isEmpty();
    }
  }
}
