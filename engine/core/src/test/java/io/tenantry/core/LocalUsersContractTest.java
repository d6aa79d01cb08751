package io.tenantry.core;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.UsersContract;
import java.nio.file.Path;

class LocalUsersContractTest extends UsersContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
