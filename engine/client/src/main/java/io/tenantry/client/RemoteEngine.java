package io.tenantry.client;

import io.tenantry.client.accounts.RemoteAccounts;
import io.tenantry.client.databases.RemoteDatabaseSession;
import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.accounts.Accounts;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.info.InfoEndpoints.Service;

/** An engine behind HTTP. Any thread; made by {@link #connect}, which does not connect yet. */
public final class RemoteEngine implements Engine {
  private final HttpCalls calls;

  private RemoteEngine(HttpCalls calls) {
    this.calls = calls;
  }

  /**
   * Prepares an engine; {@link #info()} tells whether it can be reached.
   *
   * @throws EngineException BAD_REQUEST when the trusted certificates cannot be read
   */
  public static RemoteEngine connect(RemoteEngineConfig config) {
    return new RemoteEngine(
        HttpCalls.to(config.baseUrl(), OkHttpClients.create(config), config.longCallTimeout()));
  }

  @Override
  public EngineInfo info() {
    Service service = calls.call(InfoEndpoints.SERVICE);
    return new EngineInfo(
        service.service(), service.version(), calls.call(InfoEndpoints.REGIONS).list());
  }

  @Override
  public Accounts accounts() {
    return new RemoteAccounts(calls);
  }

  @Override
  public Project open(Credential credential) {
    RemoteProject project = new RemoteProject(calls.as(credential));
    if (credential instanceof Credential.UserToken) {
      project.users().me(); // all that it may ask
    } else {
      project.whoami();
    }
    return project;
  }

  @Override
  public DatabaseSession database(DatabaseLogin login) {
    return RemoteDatabaseSession.start(calls, login);
  }

  @Override
  public void close() {
    calls.close();
  }
}
