package io.tenantry.app.screens.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

/** The first page before there is anything: it leads to what comes first. */
class EmptyOverviewTest extends ScreenTest {
  @Override
  protected void seed(SeededEngine fresh) {}

  @Test
  void aProjectIsLedFromItsFirstSchemaToItsFirstTenants() {
    Screenshots.everyLook("overview-empty", open(ScreenRoute.OVERVIEW, ""));
    awaitNode("Design your first schema");
    run(((ButtonBase) awaitNode("Open workspaces"))::fire);
    assertThat(place()).isEqualTo(Place.of(ScreenRoute.WORKSPACES));

    engine.fintech();
    open(ScreenRoute.OVERVIEW, "");
    awaitNode("No tenants yet");
    run(((ButtonBase) awaitNode("Create tenants"))::fire);
    assertThat(place())
        .isEqualTo(new Place(ScreenRoute.TENANTS, PlaceSubjects.newTenants("fintech")));

    engine.tenants(1);
    open(ScreenRoute.OVERVIEW, "");
    awaitNode("1 tenant");
  }
}
