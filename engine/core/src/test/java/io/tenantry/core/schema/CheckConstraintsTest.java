package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckConstraintsTest {

  @Test
  void readsColumnAndTableChecksInTheOrderOfTheText() {
    String sql =
        """
        CREATE TABLE t (
          a INTEGER CHECK (a > 0), -- CHECK (not me)
          b TEXT DEFAULT 'CHECK (x)' CHECK(b IN ('x', ')', 'y')),
          CONSTRAINT c CHECK ((a + 1) < 10)
        )\
        """;
    assertThat(CheckConstraints.of(sql))
        .containsExactly("a > 0", "b IN ('x', ')', 'y')", "(a + 1) < 10");
  }

  @Test
  void aTableWithoutChecksHasNone() {
    assertThat(CheckConstraints.of("CREATE TABLE \"check\" (\"check\" TEXT)")).isEmpty();
  }
}
