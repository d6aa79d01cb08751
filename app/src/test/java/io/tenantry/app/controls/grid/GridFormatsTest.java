package io.tenantry.app.controls.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridFormatsTest {
  private static final GridData DATA =
      GridData.of(
          List.of(new GridData.Column("id", "INTEGER"), new GridData.Column("full name", "TEXT")),
          List.of(List.of(1L, "O'Hara, \"Sam\""), Arrays.asList(2L, null)));

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(write(GridFormats.CSV))
        .isEqualTo("id,full name\r\n1,\"O'Hara, \"\"Sam\"\"\"\r\n2,\r\n");
  }

  @Test
  void jsonKeepsNumbersAndNull() {
    assertThat(write(GridFormats.JSON))
        .isEqualTo(
            """
            [
              {"id": 1, "full name": "O'Hara, \\"Sam\\""},
              {"id": 2, "full name": null}
            ]
            """);
  }

  @Test
  void insertQuotesNamesAndValues() {
    assertThat(write(GridFormats.INSERT))
        .isEqualTo(
            """
            INSERT INTO people (id, "full name") VALUES (1, 'O''Hara, "Sam"');
            INSERT INTO people (id, "full name") VALUES (2, NULL);
            """);
  }

  @Test
  void markdownAlignsNumbersRight() {
    assertThat(write(GridFormats.MARKDOWN)).startsWith("| id | full name |\n| ---: | --- |\n");
  }

  private static String write(GridFormats format) {
    return format.text(new GridSlice(DATA, new int[] {0, 1}, new int[] {0, 1}), "people");
  }
}
