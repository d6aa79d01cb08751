package io.tenantry.server;

import io.tenantry.testkit.DumpsContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class RemoteDumpsContractTest extends DumpsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
