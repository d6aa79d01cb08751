package io.tenantry.server;

import io.tenantry.testkit.BlueprintsContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class RemoteBlueprintsContractTest extends BlueprintsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
