package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.RollbacksContract;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalRollbacksContractTest extends RollbacksContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
