package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Moves of many tenants, one after the other, on either engine. */
@ParameterizedClass
@EnumSource
class TenantMoveTest {
  private static final List<TenantId> ALL =
      List.of(new TenantId("tenant-001"), new TenantId("tenant-002"), new TenantId("tenant-003"));

  private final EngineChoice.Where where;

  @TempDir Path folder;
  private EngineChoice engine;
  private TenantMove away;
  private TenantMove back;

  TenantMoveTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), fresh -> fresh.fintech().tenants(3));
    TenantHome own = new TenantHome(Optional.of(engine.engine().regions().getFirst()));
    away = new TenantMove(SeededEngine.FINTECH, own);
    back = new TenantMove(SeededEngine.FINTECH, TenantHome.SHARED);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void eachIsThereWhenItsTurnIsOver() {
    assertThat(move(away, ALL).words()).isEqualTo("3 done");
    assertThat(ALL).allMatch(tenant -> isReadyAt(tenant, 2));
    assertThat(move(back, ALL).words()).isEqualTo("3 done");
    assertThat(ALL).allMatch(tenant -> isReadyAt(tenant, 1));
  }

  @Test
  void whatIsThereAlreadyAndWhatIsRefusedSayWhy() {
    tenants().suspend(ALL.getLast());
    move(away, ALL.subList(0, 1));

    BulkOutcome outcome = move(away, ALL);

    assertThat(outcome.words()).isEqualTo("1 failed, 1 skipped, 1 done");
    assertThat(outcome.worstFirst())
        .extracting(TenantOutcome::tenant)
        .containsExactly(ALL.getLast(), ALL.getFirst(), ALL.get(1));
    assertThat(outcome.worstFirst().getFirst().reason()).containsIgnoringCase("suspended");
  }

  private BulkOutcome move(TenantMove move, List<TenantId> tenants) {
    return new BulkAction(tenants(), move, untold()).on(BulkTargets.of(tenants));
  }

  private static BulkProgress untold() {
    return new BulkProgress() {
      @Override
      public void reached(long done, long total) {}

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }

  private boolean isReadyAt(TenantId tenant, int level) {
    return tenants().get(tenant).status() == TenantStatus.READY
        && tenants().get(tenant).databases().getFirst().isolationLevel() == level;
  }

  private Tenants tenants() {
    return engine.project().tenants();
  }
}
