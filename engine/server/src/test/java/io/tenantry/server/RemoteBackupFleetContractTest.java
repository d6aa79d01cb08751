package io.tenantry.server;

import io.tenantry.testkit.BackupFleetContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class RemoteBackupFleetContractTest extends BackupFleetContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new RemoteFixture(folder, signup);
  }
}
