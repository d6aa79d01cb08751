package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptPartTest {
  private static final String RECIPE =
      """
      SELECT 1;

      PRAGMA foreign_keys=OFF;
      BEGIN;
      CREATE TABLE a_new (x);
      INSERT INTO a_new SELECT x FROM a;
      COMMIT;
      PRAGMA foreign_keys=ON;

      SELECT 2;
      """;

  @Test
  void aFrameIsRunAsAWholeFromAnywhereInIt() {
    for (String inside : new String[] {"PRAGMA foreign_keys=OFF", "a_new (x)", "COMMIT"}) {
      ScriptPart part = ScriptPart.at(RECIPE, RECIPE.indexOf(inside)).orElseThrow();
      assertThat(part.text()).startsWith("PRAGMA foreign_keys=OFF;").endsWith("keys=ON;");
      assertThat(part.line()).isEqualTo(3);
    }
  }

  @Test
  void outsideOfFramesTheStatementIsRun() {
    assertThat(ScriptPart.at(RECIPE, 2).orElseThrow().text()).isEqualTo("SELECT 1");
    ScriptPart last = ScriptPart.at(RECIPE, RECIPE.length() - 3).orElseThrow();
    assertThat(last).isEqualTo(new ScriptPart("SELECT 2", 10));
  }

  @Test
  void beginWithoutAnEndReachesToTheEndOfTheText() {
    String open = "BEGIN; CREATE TABLE a (x); DROP TABLE b";
    assertThat(ScriptPart.at(open, 10).orElseThrow().text()).isEqualTo(open);
  }

  @Test
  void theBeginOfATriggerIsNoFrame() {
    String trigger = "CREATE TRIGGER t AFTER UPDATE ON a BEGIN SELECT 1; END;";
    assertThat(ScriptPart.isFramed(trigger)).isFalse();
    assertThat(ScriptPart.isFramed(RECIPE)).isTrue();
  }

  @Test
  void readingTheSwitchIsNoFrame() {
    assertThat(ScriptPart.isFramed("PRAGMA foreign_keys;")).isFalse();
  }
}
