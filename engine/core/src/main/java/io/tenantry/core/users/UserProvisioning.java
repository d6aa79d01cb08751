package io.tenantry.core.users;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.users.NewDatabase;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.tenants.Refusals;
import io.tenantry.core.tenants.TenantService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives users their databases. One at a time per user, so that calls at the same time make one.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>The tenant is created under the user's address. Crash: a tenant of nobody; the next sign-in
 *       finds it there and goes on with step 2.
 *   <li>Its row names the user and the expiry. Crash: a database without a token; the next sign-in
 *       mints one.
 *   <li>The token's hash is stored.
 * </ol>
 */
final class UserProvisioning {
  /** The blueprint of those who name none; made on the first sign-in. */
  static final WorkspaceName DEFAULT_TEMPLATE = new WorkspaceName("users");

  private final UserEngine engine;
  private final Caller caller;
  private final ProjectId project;

  UserProvisioning(UserEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
    this.project = caller.projectId();
  }

  ProvisionedUser provision(ProvisionUser request) {
    TenantId slug = engine.slugs().of(project, request.subject());
    return engine.alone(project, slug, () -> provision(slug, request));
  }

  private ProvisionedUser provision(TenantId slug, ProvisionUser request) {
    Optional<UserRow> found = alive(slug);
    UserRow database =
        found.isPresent() && isOf(request.subject(), found.get())
            ? reused(found.get(), request)
            : made(slug, found, request);
    UserEngine.Minted minted = engine.mint(project, database, request.role(), request.expiresIn());
    return new ProvisionedUser(
        minted.secret(), minted.token().expiresAt(), found.isEmpty(), project, database.view());
  }

  /** Returns the database at an address, after destroying it when its time is over. */
  private Optional<UserRow> alive(TenantId slug) {
    Optional<UserRow> found = bySlug(slug);
    if (found.isPresent() && found.get().isExpired(engine.now())) {
      new TenantService(engine.tenants(), caller).delete(slug, true);
      return Optional.empty();
    }
    return found;
  }

  private boolean isOf(Subject subject, UserRow row) {
    return engine
        .catalog()
        .read(handle -> UserRepository.bySubject(handle, project, subject))
        .filter(theirs -> theirs.tenantId() == row.tenantId())
        .isPresent();
  }

  private UserRow reused(UserRow database, ProvisionUser request) {
    if (database.status() != TenantStatus.READY) {
      throw Refusals.notQueryable(database.slug(), database.status());
    }
    if (request.ttlSec().isEmpty()) {
      return database;
    }
    Instant end = engine.now().plusSeconds(request.ttlSec().get());
    engine.catalog().execute(handle -> UserRepository.setExpiry(handle, database.tenantId(), end));
    engine.authenticator().forget(); // tokens end with the database
    return bySlug(database.slug()).orElseThrow(() -> notFound(database.slug().value()));
  }

  private UserRow made(TenantId slug, Optional<UserRow> tenant, ProvisionUser request) {
    if (tenant.isEmpty()) {
      create(slug, request.template());
    } else if (tenant.get().status() != TenantStatus.READY) {
      throw Refusals.notQueryable(slug, tenant.get().status());
    }
    Optional<Instant> end = request.ttlSec().map(engine.now()::plusSeconds);
    return saved(slug, Optional.of(request.subject()), slug.value(), end);
  }

  /** Makes a database that belongs to no user. */
  UserRow create(NewDatabase request) {
    return engine.alone(
        project,
        request.slug(),
        () -> {
          if (bySlug(request.slug()).isPresent()) {
            throw EngineException.conflict(
                ConflictKind.EXISTS, "Database '" + request.slug() + "' already exists");
          }
          create(request.slug(), request.template());
          return saved(request.slug(), Optional.empty(), request.name(), Optional.empty());
        });
  }

  private UserRow saved(
      TenantId slug, Optional<Subject> subject, String name, Optional<Instant> expiresAt) {
    engine
        .catalog()
        .execute(handle -> UserRepository.save(handle, project, slug, subject, name, expiresAt));
    return bySlug(slug).orElseThrow(() -> notFound(slug.value()));
  }

  private void create(TenantId slug, Optional<WorkspaceName> template) {
    WorkspaceName blueprint = template.orElse(DEFAULT_TEMPLATE);
    if (template.isEmpty()) {
      makeDefaultTemplate();
    }
    new TenantService(engine.tenants(), caller)
        .create(new CreateTenant(slug, List.of(TenantDatabaseRequest.shared(blueprint))));
  }

  private void makeDefaultTemplate() {
    boolean missing =
        engine
            .catalog()
            .read(handle -> BlueprintHeads.find(handle, project, DEFAULT_TEMPLATE))
            .isEmpty();
    if (missing) {
      try {
        engine
            .workspaces()
            .create(
                caller,
                new CreateWorkspace(DEFAULT_TEMPLATE, DatabaseType.SQLITE, WorkspaceMode.TENANT));
      } catch (EngineException e) {
        if (e.code() != ErrorCode.CONFLICT) { // by a sign-in at the same time
          throw e;
        }
      }
    }
  }

  private Optional<UserRow> bySlug(TenantId slug) {
    return engine.catalog().read(handle -> UserRepository.bySlug(handle, project, slug));
  }

  static EngineException notFound(String slug) {
    return EngineException.notFound("Database not found: " + slug);
  }
}
