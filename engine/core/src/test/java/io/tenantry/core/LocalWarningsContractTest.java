package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.WarningsContract;
import java.nio.file.Path;

class LocalWarningsContractTest extends WarningsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
