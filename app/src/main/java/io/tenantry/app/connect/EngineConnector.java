package io.tenantry.app.connect;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.contract.projects.Whoami;
import java.net.URI;

/** Opens engines, the local one and remote ones. Methods block; any thread. */
public final class EngineConnector {
  private final LocalHost local;
  private final SecretVault vault;

  public EngineConnector(LocalHost local, SecretVault vault) {
    this.local = local;
    this.vault = vault;
  }

  /** Opens a connection with the secret that is kept for it. */
  public OpenConnection open(Connection connection) {
    return switch (connection.target()) {
      case Target.Local _ -> opened(connection, local.engine(), Credential.owner());
      case Target.Remote(URI url) -> openRemote(connection, url, secretOf(connection));
    };
  }

  /** Asks an engine what it is: whether it can be reached, and its version. */
  public EngineInfo reach(URI url) {
    try (Engine engine = remote(url)) {
      return engine.info();
    }
  }

  /** Asks an engine whose key this is. */
  public Whoami authenticate(URI url, Secret apiKey) {
    try (Engine engine = remote(url)) {
      return engine.open(new Credential.ApiKey(apiKey)).whoami();
    }
  }

  /** Logs in and returns the projects with their keys. */
  public LoggedIn login(URI url, String email, Secret password) {
    try (Engine engine = remote(url)) {
      LoggedIn session = engine.accounts().login(new Login(email, password));
      engine.accounts().logout(session.sessionToken());
      return session;
    }
  }

  private OpenConnection openRemote(Connection connection, URI url, Secret apiKey) {
    Engine engine = remote(url);
    boolean done = false;
    try {
      OpenConnection open = opened(connection, engine, new Credential.ApiKey(apiKey));
      done = true;
      return open;
    } finally {
      if (!done) {
        engine.close();
      }
    }
  }

  private Secret secretOf(Connection connection) {
    return vault
        .find(connection.id())
        .orElseThrow(
            () ->
                new EngineException(
                    ErrorCode.AUTH_REQUIRED,
                    "No API key is kept for the connection '" + connection.name() + "'"));
  }

  private static OpenConnection opened(Connection connection, Engine engine, Credential who) {
    EngineInfo info = engine.info();
    Project project = engine.open(who);
    return new OpenConnection(connection, engine, project, info, project.whoami());
  }

  private static Engine remote(URI url) {
    return RemoteEngine.connect(RemoteEngineConfig.of(url));
  }
}
