package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;

/** The local engine under the contract suites. */
final class LocalFixture implements EngineFixture {
  private final EngineConfig config;
  private LocalEngine engine;

  LocalFixture(Path folder, SignupRule signup) {
    this.config = EngineConfig.at(folder).withSignupMode(SignupMode.valueOf(signup.name()));
    this.engine = LocalEngine.open(config);
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Project owner() {
    return engine.open(Credential.owner());
  }

  @Override
  public void reopen() {
    engine.close();
    engine = LocalEngine.open(config);
  }

  @Override
  public void close() {
    engine.close();
  }
}
