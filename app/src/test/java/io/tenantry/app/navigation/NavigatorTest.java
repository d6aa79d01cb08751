package io.tenantry.app.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigatorTest {
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.WORKSPACES));

  @Test
  void backAndForwardLeadTheSameWay() {
    navigator.go(ScreenRoute.TENANTS);
    navigator.go(ScreenRoute.WORKSPACE, "fintech");
    navigator.back();
    assertThat(navigator.current().get()).isEqualTo(Place.of(ScreenRoute.TENANTS));
    navigator.forward();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.WORKSPACE, "fintech"));
    assertThat(navigator.canGoForward().get()).isFalse();
  }

  @Test
  void goingElsewhereForgetsTheWayForward() {
    navigator.go(ScreenRoute.TENANTS);
    navigator.back();
    navigator.go(ScreenRoute.QUERY);
    assertThat(navigator.canGoForward().get()).isFalse();
    assertThat(navigator.canGoBack().get()).isTrue();
  }

  @Test
  void goingToTheSamePlaceLeavesNoTrace() {
    navigator.go(ScreenRoute.WORKSPACES);
    assertThat(navigator.canGoBack().get()).isFalse();
  }

  @Test
  void everyPlaceBelongsToOneOfTheSidebar() {
    assertThat(ScreenRoute.DIFF.root()).isEqualTo(ScreenRoute.WORKSPACES);
    assertThat(ScreenRoute.DEPLOYMENT.root()).isEqualTo(ScreenRoute.DEPLOYMENTS);
  }
}
