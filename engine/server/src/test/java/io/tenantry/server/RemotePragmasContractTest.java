package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.PragmasContract;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class RemotePragmasContractTest extends PragmasContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
