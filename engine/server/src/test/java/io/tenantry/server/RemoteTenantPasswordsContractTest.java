package io.tenantry.server;

import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.TenantPasswordsContract;
import java.nio.file.Path;

class RemoteTenantPasswordsContractTest extends TenantPasswordsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
