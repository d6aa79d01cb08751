package io.tenantry.app.screens.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogTermsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T14:05:00Z");

  @Test
  void keysAndWordsBecomeASearch() {
    LogSearch search = parse("type:error FROM source:api accounts tenant:acme since:24h");

    assertThat(search)
        .isEqualTo(
            LogSearch.all()
                .ofType(LogType.ERROR)
                .over(QuerySource.API)
                .containing("FROM accounts")
                .ofTenant(new TenantId("acme"))
                .since(Instant.parse("2026-11-29T14:05:00Z")));
    assertThat(parse("type: since:")).isEqualTo(LogSearch.all());
  }

  @Test
  void aTimeThatIsChosenComesBackAsItWas() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    String filter = PlaceSubjects.logBetween(NOW, NOW.plusSeconds(300), zone);

    assertThat(filter).isEqualTo("from:2026-11-30T15:05 until:2026-11-30T15:10");
    assertThat(LogTerms.parse(filter, zone).at(NOW))
        .isEqualTo(LogSearch.all().since(NOW).before(NOW.plusSeconds(300)));
    assertThat(parse("from:2026-11-30T14:00:00Z").from())
        .contains(Instant.parse("2026-11-30T14:00:00Z"));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    refused("colour:red", "Unknown filter 'colour'");
    refused("type:odd", "Unknown type 'odd'. Known: error, slow");
    refused("from:yesterday", "'yesterday' is no time");
  }

  @Test
  void aClickChangesItsOwnKeyOnly() {
    String filter = "type:error tenant:acme accounts";

    assertThat(LogTerms.with(filter, LogTerms.TYPE, "slow"))
        .isEqualTo("type:slow tenant:acme accounts");
    assertThat(LogTerms.with(filter, LogTerms.TYPE, "")).isEqualTo("tenant:acme accounts");
    assertThat(LogTerms.valueOf(filter, LogTerms.TYPE)).isEqualTo("error");
    assertThat(LogTerms.valueOf(filter, LogTerms.SINCE)).isEmpty();
    assertThat(LogTerms.ofTenant(new TenantId("acme"), LogWindow.DAY))
        .isEqualTo("tenant:acme since:24h");
  }

  private static LogSearch parse(String filter) {
    return LogTerms.parse(filter, ZoneOffset.UTC).at(NOW);
  }

  private static void refused(String filter, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> parse(filter))
        .withMessageContaining(message);
  }
}
