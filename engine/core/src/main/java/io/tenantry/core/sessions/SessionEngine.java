package io.tenantry.core.sessions;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.queries.DatabaseRoutes;
import io.tenantry.core.queries.Hold;
import io.tenantry.core.workspaces.WorkspaceEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open sessions of an engine: who may have one, how many there are, when they end. */
public final class SessionEngine implements AutoCloseable {
  private static final String WORKSPACE_SUFFIX = "_workspace";
  private static final String TENANT_SEPARATOR = "__";
  private static final Logger LOG = LoggerFactory.getLogger(SessionEngine.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);
  private static final long LONGEST_SWEEP_MILLIS = 1_000;

  private final SessionConfig config;
  private final SessionParts parts;
  private final Authenticator authenticator;
  private final DatabaseRoutes routes;
  private final Hold hold;
  private final WorkspaceEngine workspaces;
  private final Set<Session> open = ConcurrentHashMap.newKeySet();
  private final Map<Object, Integer> perDatabase = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("session-sweeper").factory());
  private volatile boolean closed;

  /** Puts the parts together, and starts to end sessions that nobody uses. */
  public SessionEngine(
      SessionConfig config,
      SessionParts parts,
      Authenticator authenticator,
      DatabaseRoutes routes,
      Hold hold,
      WorkspaceEngine workspaces) {
    this.config = config;
    this.parts = parts;
    this.authenticator = authenticator;
    this.routes = routes;
    this.hold = hold;
    this.workspaces = workspaces;
    long sweep = Math.clamp(shorter(config).toMillis() / 4, 1, LONGEST_SWEEP_MILLIS);
    sweeper.scheduleWithFixedDelay(this::expire, sweep, sweep, TimeUnit.MILLISECONDS);
  }

  /** Starts a session; errors as {@code Engine.database}. */
  public DatabaseSession open(DatabaseLogin login) {
    Caller caller = authenticate(login.password());
    caller.requireRead();
    Target target = target(caller, login.database());
    Session session = new Session(target, () -> authenticate(login.password()), this::ended);
    enter(session, target.maxSessions());
    return session;
  }

  private Caller authenticate(Secret password) {
    return authenticator
        .known(password)
        .orElseGet(() -> parts.lanes().call(Lane.FAST, () -> authenticator.authenticate(password)));
  }

  /** Names are unambiguous: neither a workspace nor a tenant has a double underscore inside. */
  private Target target(Caller caller, String database) {
    int separator = database.indexOf(TENANT_SEPARATOR);
    boolean workspace =
        database.endsWith(WORKSPACE_SUFFIX)
            && (separator < 0 || separator + 1 == database.length() - WORKSPACE_SUFFIX.length());
    if (workspace) {
      String name = database.substring(0, database.length() - WORKSPACE_SUFFIX.length());
      return workspaceTarget(caller, WorkspaceName.existing(name));
    }
    if (separator < 0) {
      throw EngineException.notFound("Database not found: " + database);
    }
    return tenantTarget(
        caller,
        database,
        WorkspaceName.existingBlueprint(database.substring(0, separator)),
        TenantId.existing(database.substring(separator + TENANT_SEPARATOR.length())));
  }

  private Target workspaceTarget(Caller caller, WorkspaceName name) {
    caller.requireWorkspace(name);
    return new WorkspaceSessionTarget(parts, workspaces, caller.projectId(), name);
  }

  private Target tenantTarget(
      Caller caller, String database, WorkspaceName blueprint, TenantId tenant) {
    if (caller.scope().isProject()) {
      throw new EngineException(
          ErrorCode.SCOPE_DENIED,
          "credential scoped to the project reaches workspaces only, attempted \"%s\"; use the"
                  .formatted(database)
              + " tenant's own password, or a key scoped to the tenant or its workspace",
          Map.of("scope_type", "project", "scope_values", List.of(), "attempted", database),
          null);
    }
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(tenant, List.of());
    } else {
      caller.requireWorkspace(blueprint);
    }
    return new TenantSessionTarget(parts, routes, hold, caller.projectId(), tenant, blueprint);
  }

  private void enter(Session session, int maxSessions) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    if (open.size() >= config.maxSessions()) {
      throw tooMany("too many sessions on this engine: max " + config.maxSessions());
    }
    perDatabase.compute(
        session.target().key(),
        (_, count) -> {
          int now = count == null ? 0 : count;
          if (now >= maxSessions) {
            throw tooMany("too many connections to this database: max " + maxSessions);
          }
          return now + 1;
        });
    open.add(session);
  }

  private static EngineException tooMany(String message) {
    return new EngineException(
        ErrorCode.RATE_LIMITED, message, Map.of("retry_after_seconds", 1), null);
  }

  private void ended(Session session) {
    open.remove(session);
    perDatabase.computeIfPresent(
        session.target().key(), (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }

  private void expire() {
    for (Session session : open) {
      try {
        session.expire(config);
      } catch (EngineException e) {
        LOG.warn("ending a session", e);
      }
    }
  }

  /**
   * Ends all sessions, those that are at work within two seconds; what they did not commit is
   * rolled back.
   */
  @Override
  public void close() {
    closed = true;
    sweeper.shutdownNow();
    long end = System.nanoTime() + CLOSE_WAIT.toNanos();
    open.forEach(session -> session.close(end - System.nanoTime()));
  }

  private static Duration shorter(SessionConfig config) {
    return config.idle().compareTo(config.longest()) < 0 ? config.idle() : config.longest();
  }
}
