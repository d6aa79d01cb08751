package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.ScriptsContract;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalScriptsContractTest extends ScriptsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
