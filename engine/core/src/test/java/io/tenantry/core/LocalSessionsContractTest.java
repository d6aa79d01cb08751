package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SessionsContract;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalSessionsContractTest extends SessionsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
