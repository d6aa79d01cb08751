package io.tenantry.core;

import io.tenantry.testkit.ConsoleReadsContract;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

class LocalConsoleReadsContractTest extends ConsoleReadsContract {
  @Override
  protected EngineFixture open(Path folder, SignupRule signup) {
    return new LocalFixture(folder, signup);
  }
}
