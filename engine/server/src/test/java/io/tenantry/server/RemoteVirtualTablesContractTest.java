package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.VirtualTablesContract;
import java.nio.file.Path;

class RemoteVirtualTablesContractTest extends VirtualTablesContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
