package io.tenantry.core;

import io.tenantry.testkit.CarriedRowsContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalCarriedRowsContractTest extends CarriedRowsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
