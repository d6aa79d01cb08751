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
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.projects.Whoami;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Opens engines, the local one and remote ones. Methods block; any thread. */
public final class EngineConnector {
  private final LocalHosts locals;
  private final SecretVault vault;

  public EngineConnector(LocalHosts locals, SecretVault vault) {
    this.locals = locals;
    this.vault = vault;
  }

  /**
   * Opens a connection with the secret that is kept for it.
   *
   * @param wanted id of the project that was open last; another one is opened when it is empty, or
   *     gone
   */
  public OpenConnection open(Connection connection, String wanted) {
    return switch (connection.target()) {
      case EngineTarget.Local(Path folder) -> openLocal(connection, folder, wanted);
      case EngineTarget.Remote(URI url) -> openRemote(connection, url, wanted);
    };
  }

  /** Says whether the engine of a connection runs in this program now. */
  public boolean runsHere(Connection connection) {
    return connection.target() instanceof EngineTarget.Local(Path folder)
        && locals.isRunning(folder);
  }

  /**
   * Opens another project of an engine that is open.
   *
   * @throws EngineException NOT_FOUND when it is gone; ROLE_REQUIRED or SCOPE_DENIED for a key that
   *     may not
   */
  public OpenConnection openProject(OpenConnection open, ProjectId id) {
    Project project =
        open.connection().isLocal()
            ? open.engine().open(Credential.owner(id))
            : switchTo(open.engine(), open.project(), id.value());
    return open.in(project, project.whoami());
  }

  /** Keeps another key for a connection whose own has ended with its project. */
  public void replaceEndedKey(OpenConnection open, Secret next) {
    Connection connection = open.connection();
    boolean ended =
        vault
            .find(connection.id())
            .map(kept -> isRefused(open.engine(), new Credential.ApiKey(kept)))
            .orElse(false);
    if (ended) {
      vault.put(connection.id(), next);
    }
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

  private OpenConnection openLocal(Connection connection, Path folder, String wanted) {
    Engine engine = locals.of(folder).engine();
    Project project =
        projectOf(wanted, id -> engine.open(Credential.owner(id)))
            .orElseGet(() -> firstInUse(engine));
    return opened(connection, engine, project);
  }

  /** The owner's own project, unless nothing is in it and a server left others in the folder. */
  private static Project firstInUse(Engine engine) {
    Project own = engine.open(Credential.owner());
    List<ProjectSummary> all = own.projects().list();
    ProjectId ownId = own.whoami().projectId();
    boolean used = all.stream().anyMatch(one -> one.projectId().equals(ownId) && isInUse(one));
    return used
        ? own
        : all.stream()
            .filter(EngineConnector::isInUse)
            .findFirst()
            .map(one -> engine.open(Credential.owner(one.projectId())))
            .orElse(own);
  }

  private static boolean isInUse(ProjectSummary project) {
    return project.workspaces() > 0 || project.tenants() > 0;
  }

  private static Project switchTo(Engine engine, Project from, String id) {
    return engine.open(new Credential.ApiKey(from.projects().switchTo(id).apiKey()));
  }

  /** Opens the wanted project; empty when there is none, or it may not be opened any more. */
  private static Optional<Project> projectOf(String wanted, Function<ProjectId, Project> opening) {
    try {
      return wanted.isEmpty()
          ? Optional.empty()
          : Optional.of(opening.apply(new ProjectId(wanted)));
    } catch (EngineException e) {
      if (e.connectionFailure().isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isRefused(Engine engine, Credential credential) {
    try {
      engine.open(credential);
      return false;
    } catch (EngineException e) {
      return e.code() == ErrorCode.UNAUTHORIZED;
    }
  }

  private OpenConnection openRemote(Connection connection, URI url, String wanted) {
    Secret apiKey = secretOf(connection);
    Engine engine = remote(url);
    boolean done = false;
    try {
      Project own = engine.open(new Credential.ApiKey(apiKey));
      boolean other = !own.whoami().projectId().value().equals(wanted);
      Project project =
          projectOf(other ? wanted : "", id -> switchTo(engine, own, id.value())).orElse(own);
      OpenConnection open = opened(connection, engine, project);
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

  private static OpenConnection opened(Connection connection, Engine engine, Project project) {
    EngineInfo info = engine.info();
    return new OpenConnection(connection, engine, project, info, project.whoami());
  }

  private static Engine remote(URI url) {
    return RemoteEngine.connect(RemoteEngineConfig.of(url));
  }
}
