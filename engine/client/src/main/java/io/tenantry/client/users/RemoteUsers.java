package io.tenantry.client.users;

import io.tenantry.client.http.HttpCalls;
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
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.users.UserEndpoints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Databases of single users over HTTP. */
public final class RemoteUsers implements Users {
  private final HttpCalls calls;
  private volatile @Nullable ProjectId namespace;

  /** Uses the calls of one credential. */
  public RemoteUsers(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public UserIdentity me() {
    return calls.call(UserEndpoints.ME).identity();
  }

  private ProjectId namespace() {
    ProjectId known = namespace;
    if (known == null) {
      known = me().namespace();
      namespace = known;
    }
    return known;
  }

  @Override
  public ProvisionedUser provision(ProvisionUser request) {
    return calls.send(UserEndpoints.PROVISION, request).user();
  }

  @Override
  public UserDatabase find(Subject subject) {
    return calls
        .call(UserEndpoints.FIND, QueryParameters.none().with("subject", subject))
        .database();
  }

  @Override
  public UserDatabase create(NewDatabase request) {
    return calls.send(UserEndpoints.CREATE, request).database();
  }

  @Override
  public List<UserDatabase> databases() {
    return calls.call(UserEndpoints.DATABASES).databases();
  }

  @Override
  public void delete(TenantId slug) {
    calls.call(UserEndpoints.DELETE, slug);
  }

  @Override
  public List<UserToken> tokens() {
    return calls.call(UserEndpoints.TOKENS).tokens();
  }

  @Override
  public void revoke(long tokenId) {
    calls.call(UserEndpoints.REVOKE, tokenId);
  }

  @Override
  public QueryResult query(TenantId slug, UserStatement statement) {
    return calls.send(UserEndpoints.QUERY, statement, namespace(), slug).result();
  }

  @Override
  public List<QueryResult> batch(TenantId slug, UserBatch batch) {
    return calls.send(UserEndpoints.BATCH, batch, namespace(), slug).results();
  }

  @Override
  public List<TableSize> tables(TenantId slug) {
    return calls.call(UserEndpoints.TABLES, namespace(), slug).tables();
  }

  @Override
  public WorkspaceSchema describe(TenantId slug) {
    return calls.call(UserEndpoints.DESCRIBE, namespace(), slug).data().schema();
  }
}
