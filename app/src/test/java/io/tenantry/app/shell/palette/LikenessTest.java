package io.tenantry.app.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "dep, Deploy fintech…",
    "fint, Deploy fintech…",
    "dep fin, Deploy fintech…",
    "deplyo, Deploy fintech…",
    "tenatns, Go to Tenants",
    "worspace, New workspace",
    "trns, transactions",
    "nw, New workspace",
    "ORDERS, order_items orders",
    "0005, cust0005",
  })
  void fitsWhatIsMeant(String typed, String text) {
    assertThat(new Likeness(typed).to(text)).isGreaterThanOrEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"zzzz, Deploy fintech…", "fintech clinic, fintech", "dq, Deploy", "xenants, Query"})
  void doesNotFitAnythingElse(String typed, String text) {
    assertThat(new Likeness(typed).to(text)).isEqualTo(Likeness.NONE);
  }

  @Test
  void theBeginningOfAWordIsBetterThanAPartOfOneAndThatThanATypingError() {
    List<String> texts = List.of("accounts_users", "uesrs", "fusers", "users", "go to users");
    Likeness typed = new Likeness("users");
    assertThat(
            texts.stream()
                .sorted(Comparator.comparingInt((String text) -> -typed.to(text)))
                .toList())
        .containsExactly("users", "accounts_users", "go to users", "fusers", "uesrs");
  }
}
