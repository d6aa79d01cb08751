package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.WorkspaceRunsContract;
import java.nio.file.Path;

class RemoteWorkspaceRunsContractTest extends WorkspaceRunsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
