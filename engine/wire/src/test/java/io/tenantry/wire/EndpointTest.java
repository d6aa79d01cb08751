package io.tenantry.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.wire.projects.ProjectEndpoints;
import io.tenantry.wire.workspaces.WorkspaceEndpoints;
import org.junit.jupiter.api.Test;

class EndpointTest {
  @Test
  void variablesAreFilledInOrderAndEncoded() {
    assertThat(WorkspaceEndpoints.REVERT.path("main", 42))
        .isEqualTo("/workspaces/main/diff/42/revert");
    assertThat(ProjectEndpoints.SWITCH.path("My Saas/ä?"))
        .isEqualTo("/projects/My%20Saas%2F%C3%A4%3F/switch");
  }

  @Test
  void tooManyVariablesAreAMistake() {
    assertThatThrownBy(() -> ProjectEndpoints.LIST.path("x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPathMatchesByItsSegments() {
    assertThat(ProjectEndpoints.SWITCH.matches("/projects/a%2Fb/switch")).isTrue();
    assertThat(ProjectEndpoints.SWITCH.matches("/projects//switch")).isFalse();
    assertThat(ProjectEndpoints.SWITCH.matches("/projects/a/b/switch")).isFalse();
    assertThat(ProjectEndpoints.LIST.matches("/projects/")).isFalse();
  }
}
