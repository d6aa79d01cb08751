package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.VirtualTablesContract;
import java.nio.file.Path;

class LocalVirtualTablesContractTest extends VirtualTablesContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
