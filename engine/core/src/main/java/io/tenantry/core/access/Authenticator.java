package io.tenantry.core.access;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.CallerRepository.KeyCaller;
import io.tenantry.core.access.CallerRepository.SessionRow;
import io.tenantry.core.access.CallerRepository.TokenCaller;
import io.tenantry.core.catalog.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Recognises callers by their credentials. Any thread; a known API key costs no catalog access. */
public final class Authenticator implements AutoCloseable {
  /** How long a session lives without being used. */
  public static final Duration SESSION_IDLE = Duration.ofDays(30);

  /** How the owner of the data folder signs changes. */
  public static final String OWNER = "owner";

  private final Catalog catalog;
  private final Clock clock;
  private final Tiers tiers;
  private final LastUsed lastUsed;
  private final CallerCache<KeyCaller> cache = new CallerCache<>();
  private final CallerCache<TokenCaller> tokens = new CallerCache<>();

  private final DatabaseUsers databaseUsers;

  /** Creates an authenticator over a catalog. */
  public Authenticator(Catalog catalog, Clock clock) {
    this(catalog, clock, new Tiers(Tier.standard()));
  }

  /** Creates an authenticator over a catalog, with the limits of the tiers. */
  public Authenticator(Catalog catalog, Clock clock, Tiers tiers) {
    this.catalog = catalog;
    this.tiers = tiers;
    this.clock = clock;
    this.lastUsed = new LastUsed(catalog, clock);
    this.databaseUsers = new DatabaseUsers(catalog, lastUsed);
  }

  /**
   * Says who a credential belongs to.
   *
   * @throws EngineException UNAUTHORIZED for one that is unknown, revoked or expired; FORBIDDEN for
   *     a session on a project of another account
   */
  public Caller authenticate(Credential credential) {
    return tiers.limited(recognised(credential));
  }

  private Caller recognised(Credential credential) {
    return switch (credential) {
      case Credential.ApiKey(Secret secret) -> byKey(secret);
      case Credential.Session(Secret token, Optional<ProjectId> project) ->
          bySession(token, project);
      case Credential.UserToken(Secret secret) -> byUserToken(secret);
      case Credential.Owner(Optional<ProjectId> project) -> owner(project);
    };
  }

  /**
   * Says who a database password belongs to.
   *
   * @param password a tenant's own, the proxy password of an API key, or a project's
   * @return a caller with the role and the scope that the password has
   * @throws EngineException UNAUTHORIZED for one that is unknown or revoked, and for an API key
   */
  public Caller authenticate(Secret password) {
    return databaseUsers.find(password);
  }

  /** As {@link #authenticate(Secret)} without asking the catalog; empty when only it knows. */
  public Optional<Caller> known(Secret password) {
    return databaseUsers.known(password);
  }

  /** Forgets what it remembers; to be called after keys or projects were changed or deleted. */
  public void forget() {
    cache.clear();
    tokens.clear();
  }

  /** Waits until the times of last use are in the catalog, for those who show them. */
  public void settle() {
    lastUsed.settle();
  }

  @Override
  public void close() {
    lastUsed.close();
  }

  private Caller byKey(Secret secret) {
    byte[] hash = Secrets.hash(secret);
    KeyCaller found =
        cache.get(
            HexFormat.of().formatHex(hash),
            () ->
                catalog
                    .read(handle -> CallerRepository.byKey(handle, hash))
                    .orElseThrow(() -> EngineException.unauthorized("Invalid API key")));
    lastUsed.key(found.keyId());
    return found.caller();
  }

  private Caller byUserToken(Secret secret) {
    byte[] hash = Secrets.hash(secret);
    TokenCaller found =
        tokens.get(
            HexFormat.of().formatHex(hash),
            () ->
                catalog
                    .read(handle -> CallerRepository.byUserToken(handle, hash))
                    .orElseThrow(() -> EngineException.unauthorized("Invalid token")));
    if (clock.millis() >= found.expiresAt()) {
      throw EngineException.unauthorized("Token expired");
    }
    lastUsed.userToken(found.tokenId());
    return found.caller();
  }

  private Caller bySession(Secret token, Optional<ProjectId> project) {
    byte[] hash = Secrets.hash(token);
    return catalog.read(
        handle -> {
          SessionRow session =
              CallerRepository.session(handle, hash)
                  .filter(this::isAlive)
                  .orElseThrow(() -> EngineException.unauthorized("Invalid session"));
          lastUsed.session(hash, session.lastUsedAt());
          return CallerRepository.administrator(
                  handle, session.customerId(), project, session.email())
              .orElseThrow(() -> foreign(project));
        });
  }

  private Caller owner(Optional<ProjectId> project) {
    String key = project.map(id -> OWNER + " " + id).orElse(OWNER);
    return cache.get(key, () -> project.map(this::readOwnerOf).orElseGet(this::readOwner)).caller();
  }

  private KeyCaller readOwnerOf(ProjectId project) {
    return catalog.read(
        handle ->
            CallerRepository.administratorOf(handle, project, OWNER)
                .map(caller -> new KeyCaller(0, caller))
                .orElseThrow(() -> EngineException.notFound("Project not found: " + project)));
  }

  private KeyCaller readOwner() {
    return catalog.read(
        handle ->
            CallerRepository.owner(handle)
                .flatMap(
                    customer ->
                        CallerRepository.administrator(handle, customer, Optional.empty(), OWNER))
                .map(caller -> new KeyCaller(0, caller))
                .orElseThrow(() -> EngineException.unauthorized("Invalid API key")));
  }

  private boolean isAlive(SessionRow session) {
    return clock.millis() - session.lastUsedAt() < SESSION_IDLE.toMillis();
  }

  private static EngineException foreign(Optional<ProjectId> project) {
    return EngineException.forbidden(
        "No access to project '" + project.map(ProjectId::value).orElse("") + "'");
  }
}
