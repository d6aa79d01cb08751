package io.tenantry.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TenantIdsTest {

  @Test
  void valuesBecomeIdsByTheRule() {
    assertThat(
            TenantIds.of(
                List.of(
                    "acme",
                    "Acme",
                    "ACME",
                    "acme-2",
                    "Big Corp",
                    "42",
                    "admin",
                    "",
                    "--",
                    "ünïcode",
                    "a__b",
                    "9 lives",
                    "_x_")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("acme", "acme"),
                Map.entry("acme-2", "acme-2"),
                Map.entry("ACME", "acme-3"),
                Map.entry("Acme", "acme-4"),
                Map.entry("Big Corp", "big-corp"),
                Map.entry("42", "t-42"),
                Map.entry("admin", "admin-2"),
                Map.entry("", "t"),
                Map.entry("--", "t-2"),
                Map.entry("ünïcode", "n-code"),
                Map.entry("a__b", "a_b"),
                Map.entry("9 lives", "t-9-lives"),
                Map.entry("_x_", "x")));
  }

  @Test
  void everyValueBecomesAValidIdOfItsOwn() {
    Random random = new Random(7);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(45); length > 0; length--) {
        value.append("abAB01_- .é%/".charAt(random.nextInt(13)));
      }
      values.add(value.toString());
    }

    Map<String, String> ids = TenantIds.of(values);

    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(new HashSet<>(values));
    assertThat(new HashSet<>(ids.values())).hasSameSizeAs(ids.keySet());
    assertThat(ids.values()).allSatisfy(id -> assertThat(new TenantId(id).value()).isEqualTo(id));
  }
}
