package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.WorkspacesContract;
import java.nio.file.Path;

class RemoteWorkspacesContractTest extends WorkspacesContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
