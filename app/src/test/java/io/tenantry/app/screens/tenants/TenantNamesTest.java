package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Wayne Enterprises, wayne-enterprises",
    "'Müller & Söhne GmbH', muller-sohne-gmbh",
    "Straße 7, strasse-7",
    "3M, t-3m",
    "  ACME  ,acme",
    "a__b, a_b",
    "'O''Reilly, Inc.', o-reilly-inc",
    "wayne_corp-2, wayne_corp-2",
    "-_-x, x",
    "The Very Long Name Of A Company Without End, the-very-long-name-of-a-compan",
  })
  void namesBecomeIdsThatTheEngineAccepts(String name, String id) {
    assertThat(TenantNames.slug(name)).isEqualTo(id);
    assertThat(new TenantId(id).value()).isEqualTo(id);
  }

  @Test
  void clashesAndReservedNamesGetANumberThatStillFits() {
    String longName = "a".repeat(30);
    assertThat(ids("Acme\nacme\nACME!\nAdmin\n" + longName + "\n" + longName))
        .containsExactly("acme", "acme-2", "acme-3", "admin-2", longName, "a".repeat(28) + "-2");
  }

  @Test
  void aNameWithoutLettersAndDigitsGetsNoId() {
    List<TenantNames.Named> names = TenantNames.fromCsv("Acme\n***\n日本");
    assertThat(names.stream().map(TenantNames.Named::usable)).containsExactly(true, false, false);
  }

  @Test
  void theHeadedColumnIsTakenWhereverItStands() {
    assertThat(ids("country,Name,seats\nUK,Acme Ltd,3\nDE,\"Wayne, Inc.\",4\n"))
        .containsExactly("acme-ltd", "wayne-inc");
    assertThat(ids("name;tenant_id\nAcme;acme-eu\n")).containsExactly("acme-eu");
  }

  @Test
  void withoutAHeaderTheFirstColumnIsTakenAndBlankLinesArePassedOver() {
    assertThat(ids("\uFEFFAcme\tUK\n\nGlobex\tUS\n")).containsExactly("acme", "globex");
  }

  @Test
  void brokenCsvIsRefusedWithItsReason() {
    assertThatThrownBy(() -> TenantNames.fromCsv("name\n\"Acme\" x,1\n"))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("This is not a CSV file: ");
  }

  @Test
  void whatIsWrittenIsReadAsTheSameNames() {
    List<String> names = List.of("Name", "Wayne, Inc.", "A;B", "Tab\there", "Say \"Hi\"", "Acme");
    assertThat(TenantNames.fromCsv(TenantNames.text(names)))
        .extracting(TenantNames.Named::name)
        .isEqualTo(names);
    assertThat(TenantNames.text(List.of())).isEmpty();
  }

  @Test
  void noNameGetsAnIdThatIsTaken() {
    assertThat(TenantNames.fromCsv("Acme\nAcme", Set.of("acme")).names())
        .extracting(TenantNames.Named::id)
        .containsExactly("acme-2", "acme-3");
  }

  @Test
  void columnsThatAreNotUsedAreNamed() {
    assertThat(listed("id,name\nacme,Acme Ltd\n"))
        .extracting(TenantNames.Listed::column, TenantNames.Listed::unused)
        .containsExactly("id", List.of("name"));
    assertThat(listed("plan;company;;since\npro;Acme;x;2020\n").unused())
        .containsExactly("plan", "since");
    assertThat(listed("Acme,pro\nGlobex,,eu\n").unused()).containsExactly("2", "3");
    assertThat(listed("Acme\nGlobex\n").unused()).isEmpty();
  }

  private static TenantNames.Listed listed(String csv) {
    return TenantNames.fromCsv(csv, Set.of());
  }

  private static List<String> ids(String csv) {
    return TenantNames.fromCsv(csv).stream().map(TenantNames.Named::id).toList();
  }
}
