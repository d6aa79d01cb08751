package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import org.junit.jupiter.api.Test;

final class StatementReaderTest {

  @Test
  void nulCharacterIsRefusedWithItsLine() {
    assertThatThrownBy(() -> StatementReader.split("SELECT 1;\nSELECT '\u0000'"))
        .isInstanceOf(EngineException.class)
        .hasMessage("SQL text contains a NUL character in line 2");
  }

  @Test
  void onlyOneStatementIsSingle() {
    assertThat(StatementReader.single("; SELECT 1 ; -- done").text()).isEqualTo("SELECT 1");
    assertThatThrownBy(() -> StatementReader.single("SELECT 1; DROP TABLE t"))
        .hasMessage("one statement per request");
    assertThatThrownBy(() -> StatementReader.single(" ; ")).hasMessage("query is empty");
  }
}
