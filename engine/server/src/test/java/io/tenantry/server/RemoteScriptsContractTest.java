package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.ScriptsContract;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class RemoteScriptsContractTest extends ScriptsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
