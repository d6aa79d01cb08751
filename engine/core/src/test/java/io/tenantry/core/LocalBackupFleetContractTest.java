package io.tenantry.core;

import io.tenantry.testkit.BackupFleetContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalBackupFleetContractTest extends BackupFleetContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
