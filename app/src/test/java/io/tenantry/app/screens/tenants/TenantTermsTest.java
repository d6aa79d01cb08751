package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantTermsTest {

  @Test
  void termsOfAllKindsRestrictTogether() {
    assertThat(
            TenantTerms.parse(
                " state:suspended version<1.4 blueprint:fintech level:1 ACME bank ",
                TenantFilter.Sort.ID))
        .isEqualTo(
            new TenantFilter(
                false,
                Optional.of("acme bank"),
                Optional.of(TenantStatus.SUSPENDED),
                Optional.of(new WorkspaceName("fintech")),
                Optional.of(VersionRange.parse("<1.4")),
                Optional.of(1),
                TenantFilter.Sort.ID));
  }

  @Test
  void askingForTheTrashIncludesIt() {
    assertThat(TenantTerms.parse("state:deleted", TenantFilter.Sort.CREATED).includeDeleted())
        .isTrue();
    assertThat(TenantTerms.parse("state:trash", TenantFilter.Sort.CREATED))
        .isEqualTo(TenantTerms.parse("state:deleted", TenantFilter.Sort.CREATED));
  }

  @Test
  void anEmptyQueryRestrictsNothing() {
    assertThat(TenantTerms.parse("  ", TenantFilter.Sort.CREATED)).isEqualTo(TenantFilter.none());
  }

  @Test
  void aKeyThatStillWaitsForItsValueDoesNotCountYet() {
    assertThat(TenantTerms.parse("state: version<", TenantFilter.Sort.CREATED))
        .isEqualTo(TenantFilter.none());
  }

  @ParameterizedTest
  @CsvSource({
    "colour:red, Unknown filter 'colour'",
    "state:happy, Unknown state 'happy'",
    "state:ready state:suspended, Only one state at a time",
    "version:one, Invalid version: one",
    "level:9, level must be 1 or 2",
  })
  void whatIsNotUnderstoodIsNamed(String query, String message) {
    assertThatThrownBy(() -> TenantTerms.parse(query, TenantFilter.Sort.CREATED))
        .hasMessageStartingWith(message);
  }
}
