package io.tenantry.server;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.testkit.EngineFixture;
import io.tenantry.testkit.SignupRule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A local engine behind the server on loopback, reached by the client. */
final class RemoteFixture implements EngineFixture {
  private final EngineConfig config;
  private LocalEngine local;
  private EngineServer server;
  private RemoteEngine remote;

  RemoteFixture(Path folder, SignupRule signup) {
    config =
        EngineConfig.at(folder)
            .withSignupMode(SignupMode.valueOf(signup.name()))
            .withImports(new ImportConfig(false, List.of(folder.resolveSibling("sources"))));
    local = LocalEngine.open(config);
    server = EngineServer.start(local, EngineServer.LOOPBACK, 0);
    remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
  }

  /** Returns where the server answers. */
  URI url() {
    return server.url();
  }

  @Override
  public Engine engine() {
    return remote;
  }

  @Override
  public Project owner() {
    return as(local.ownerKey());
  }

  @Override
  public void reopen() {
    close();
    local = LocalEngine.open(config);
    server = EngineServer.start(local, EngineServer.LOOPBACK, 0);
    remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
  }

  @Override
  public void close() {
    remote.close();
    server.close();
    local.close();
  }
}
