package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.nio.file.Path;
import java.util.List;

/** The local engine under the contract suites. */
final class LocalFixture implements EngineFixture {
  private final EngineConfig config;
  private LocalEngine engine;

  LocalFixture(Path folder, SignupRule signup) {
    this.config =
        EngineConfig.at(folder)
            .withSignupMode(SignupMode.valueOf(signup.name()))
            .withImports(new ImportConfig(false, List.of(folder.resolveSibling("sources"))));
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
