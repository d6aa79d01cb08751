package io.tenantry.core.users;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.UserToken;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.queries.QueryEngine;
import io.tenantry.core.tenants.TenantEngine;
import io.tenantry.core.workspaces.WorkspaceEngine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The parts behind all user services of one engine. Any thread. */
public final class UserEngine {
  private static final int SHOWN = 4;

  private final Catalog catalog;
  private final Secrets secrets;
  private final Authenticator authenticator;
  private final TenantEngine tenants;
  private final WorkspaceEngine workspaces;
  private final QueryEngine queries;
  private final InstantSource clock;
  private final Slugs slugs;
  private final UserBlueprints routes;
  private final Map<Key, Lock> provisioning = new ConcurrentHashMap<>();

  private record Key(ProjectId project, TenantId slug) {}

  /** Puts the parts together. */
  public UserEngine(
      Catalog catalog,
      Secrets secrets,
      Authenticator authenticator,
      TenantEngine tenants,
      WorkspaceEngine workspaces,
      QueryEngine queries,
      InstantSource clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.authenticator = authenticator;
    this.tenants = tenants;
    this.workspaces = workspaces;
    this.queries = queries;
    this.clock = clock;
    this.slugs = new Slugs(secrets);
    this.routes = new UserBlueprints(catalog);
  }

  Catalog catalog() {
    return catalog;
  }

  Authenticator authenticator() {
    return authenticator;
  }

  TenantEngine tenants() {
    return tenants;
  }

  WorkspaceEngine workspaces() {
    return workspaces;
  }

  QueryEngine queries() {
    return queries;
  }

  UserBlueprints routes() {
    return routes;
  }

  Slugs slugs() {
    return slugs;
  }

  /** Returns now, to the millisecond, as the catalog stores it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Does something with one database while nobody else in this process does. */
  <T> T alone(ProjectId project, TenantId slug, Supplier<T> work) {
    Key key = new Key(project, slug);
    Lock lock = provisioning.computeIfAbsent(key, _ -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
      provisioning.remove(key, lock);
    }
  }

  /**
   * A fresh token.
   *
   * @param secret shown once
   * @param token what is kept of it
   */
  record Minted(Secret secret, UserToken token) {}

  /** Makes a token for a database; it ends with the database at the latest. */
  Minted mint(ProjectId project, UserRow database, Role role, int expiresIn) {
    Secret secret = secrets.newUserToken();
    Instant now = now();
    Instant wanted = now.plusSeconds(expiresIn);
    Instant end = database.expiresAt().filter(wanted::isAfter).orElse(wanted);
    UserToken token =
        new UserToken(0, label(secret), database.slug(), role, now, end, Optional.empty());
    catalog.execute(
        handle ->
            UserRepository.insertToken(
                handle,
                project,
                token,
                new UserRepository.Row(database.tenantId(), Secrets.hash(secret))));
    return new Minted(secret, token);
  }

  private static String label(Secret secret) {
    String value = secret.value();
    int digits = value.lastIndexOf('_') + 1;
    return value.substring(0, digits + SHOWN) + "…" + value.substring(value.length() - SHOWN);
  }
}
