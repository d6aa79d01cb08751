package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTabsTest {
  private static final WorkspaceName FINTECH = new WorkspaceName("fintech");
  private static final TenantId WAYNE = new TenantId("wayne-1");
  private static final TenantId ACME = new TenantId("acme");

  @Test
  void everyKindOfTargetIsReadBackAsItWasWritten() {
    for (QueryTarget target :
        List.of(
            new QueryTarget.OneTenant(WAYNE, FINTECH),
            new QueryTarget.AllTenants(FINTECH),
            new QueryTarget.SomeTenants(List.of(WAYNE, ACME), FINTECH),
            new QueryTarget.InWorkspace(FINTECH))) {
      assertThat(OpenTabs.read(OpenTabs.write(target))).contains(target);
    }
  }

  @Test
  void whatCannotBeReadIsNoTarget() {
    for (String text : List.of("", "all", "tenant:fintech", "some:fintech", "all:NOT OK", "x:y")) {
      assertThat(OpenTabs.read(text)).as(text).isEmpty();
    }
  }
}
