package io.tenantry.core.users;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.NewDatabase;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.TableSize;
import io.tenantry.contract.users.UserBatch;
import io.tenantry.contract.users.UserDatabase;
import io.tenantry.contract.users.UserIdentity;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.contract.users.UserToken;
import io.tenantry.contract.users.Users;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.core.access.Caller;
import io.tenantry.core.tenants.TenantService;
import java.util.List;

/** The databases of single users as one caller may see and use them. Any thread. */
public final class UserService implements Users {
  private final UserEngine engine;
  private final Caller caller;
  private final boolean isUser;
  private final UserQueries queries;

  /**
   * Creates the service for a caller; cheap.
   *
   * @param isUser whether the caller is a user with a token, who may do nothing but SQL
   */
  public UserService(UserEngine engine, Caller caller, boolean isUser) {
    this.engine = engine;
    this.caller = caller;
    this.isUser = isUser;
    this.queries = new UserQueries(engine, caller);
  }

  private ProjectId administered() {
    if (isUser) {
      throw EngineException.forbidden("A user's token opens the user's database and nothing else");
    }
    caller.requireAccountLevel();
    return caller.projectId();
  }

  @Override
  public UserIdentity me() {
    return new UserIdentity(caller.projectId(), caller.role());
  }

  @Override
  public ProvisionedUser provision(ProvisionUser request) {
    administered();
    return new UserProvisioning(engine, caller).provision(request);
  }

  @Override
  public UserDatabase find(Subject subject) {
    ProjectId project = administered();
    return engine
        .catalog()
        .read(handle -> UserRepository.bySubject(handle, project, subject))
        .filter(row -> !row.isExpired(engine.now()))
        .map(UserRow::view)
        .orElseThrow(() -> EngineException.notFound("User has no database"));
  }

  @Override
  public UserDatabase create(NewDatabase request) {
    administered();
    return new UserProvisioning(engine, caller).create(request).view();
  }

  @Override
  public List<UserDatabase> databases() {
    ProjectId project = administered();
    return engine.catalog().read(handle -> UserRepository.list(handle, project)).stream()
        .map(UserRow::view)
        .toList();
  }

  @Override
  public void delete(TenantId slug) {
    ProjectId project = administered();
    if (engine.catalog().read(handle -> UserRepository.bySlug(handle, project, slug)).isEmpty()) {
      throw UserProvisioning.notFound(slug.value());
    }
    new TenantService(engine.tenants(), caller).delete(slug, true);
  }

  @Override
  public List<UserToken> tokens() {
    ProjectId project = administered();
    engine.authenticator().settle();
    return engine.catalog().read(handle -> UserRepository.tokens(handle, project, engine.now()));
  }

  @Override
  public void revoke(long tokenId) {
    ProjectId project = administered();
    boolean found =
        engine.catalog().write(handle -> UserRepository.revoke(handle, project, tokenId));
    if (!found) {
      throw EngineException.notFound("Token not found: " + tokenId);
    }
    engine.authenticator().forget();
  }

  @Override
  public QueryResult query(TenantId slug, UserStatement statement) {
    return queries.query(slug, statement);
  }

  @Override
  public List<QueryResult> batch(TenantId slug, UserBatch batch) {
    return queries.batch(slug, batch);
  }

  @Override
  public List<TableSize> tables(TenantId slug) {
    return queries.tables(slug);
  }

  @Override
  public WorkspaceSchema describe(TenantId slug) {
    return queries.describe(slug);
  }
}
