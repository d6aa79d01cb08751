package io.tenantry.app.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigatorTest {
  private final Navigator navigator = new Navigator(Place.of(Route.WORKSPACES));

  @Test
  void backAndForwardLeadTheSameWay() {
    navigator.go(Route.TENANTS);
    navigator.go(Route.WORKSPACE, "fintech");
    navigator.back();
    assertThat(navigator.current().get()).isEqualTo(Place.of(Route.TENANTS));
    navigator.forward();
    assertThat(navigator.current().get()).isEqualTo(new Place(Route.WORKSPACE, "fintech"));
    assertThat(navigator.canGoForward().get()).isFalse();
  }

  @Test
  void goingElsewhereForgetsTheWayForward() {
    navigator.go(Route.TENANTS);
    navigator.back();
    navigator.go(Route.QUERY);
    assertThat(navigator.canGoForward().get()).isFalse();
    assertThat(navigator.canGoBack().get()).isTrue();
  }

  @Test
  void goingToTheSamePlaceLeavesNoTrace() {
    navigator.go(Route.WORKSPACES);
    assertThat(navigator.canGoBack().get()).isFalse();
  }

  @Test
  void everyPlaceBelongsToOneOfTheSidebar() {
    assertThat(Route.DIFF.root()).isEqualTo(Route.WORKSPACES);
    assertThat(Route.DEPLOYMENT.root()).isEqualTo(Route.DEPLOYMENTS);
  }
}
