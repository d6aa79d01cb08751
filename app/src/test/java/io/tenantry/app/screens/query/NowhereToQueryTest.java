package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/** The query screen of an engine without a workspace. */
class NowhereToQueryTest extends ScreenTest {
  @Override
  protected void seed(SeededEngine fresh) {}

  @Test
  void anEngineWithoutSchemasSaysWhatIsMissing() {
    Scene scene = open(ScreenRoute.QUERY, "");
    awaitNode("Nothing to query yet");
    QueryPictures.keep("nowhere", scene);

    assertThat(lookup("Nothing has run yet").queryAll()).isEmpty();

    engine.fintech();
    open(ScreenRoute.QUERY, "");
    awaitNode("Nothing has run yet");
    assertThat(lookup("Nothing to query yet").queryAll()).isEmpty();
  }
}
