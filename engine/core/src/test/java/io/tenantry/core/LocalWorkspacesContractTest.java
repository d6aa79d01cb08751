package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.WorkspacesContract;
import java.nio.file.Path;

class LocalWorkspacesContractTest extends WorkspacesContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
