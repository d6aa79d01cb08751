package io.tenantry.core.apikeys;

import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.Scope;
import io.tenantry.core.apikeys.ApiKeyRepository.Standing;
import io.tenantry.core.apikeys.KeyIssuer.Issued;
import io.tenantry.core.catalog.Catalog;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** API keys as one caller sees them. Any thread. */
public final class ApiKeyService implements ApiKeys {
  private final Catalog catalog;
  private final KeyIssuer issuer;
  private final ApiKeyRepository repository;
  private final Authenticator authenticator;
  private final Caller caller;

  /** Creates the service for a caller. */
  public ApiKeyService(
      Catalog catalog, KeyIssuer issuer, Authenticator authenticator, Caller caller) {
    this.catalog = catalog;
    this.issuer = issuer;
    this.repository = new ApiKeyRepository(issuer);
    this.authenticator = authenticator;
    this.caller = caller;
  }

  @Override
  public List<ApiKey> list() {
    caller.requireAccountLevel();
    authenticator.settle();
    return catalog.read(handle -> repository.ofProject(handle, caller.projectId()));
  }

  @Override
  public List<ApiKey> listAll() {
    caller.requireAccountLevel();
    authenticator.settle();
    return catalog.read(handle -> repository.ofCustomer(handle, caller.customerId()));
  }

  @Override
  public CreatedApiKey create(CreateApiKey request) {
    caller.requireAccountLevel();
    Scope scope = new Scope(request.scopeType(), request.scopeValues());
    Issued issued =
        catalog.write(
            handle -> {
              requireScopeExists(handle, scope);
              return issuer.issue(
                  handle, caller.projectId(), request.name(), request.role(), scope);
            });
    return new CreatedApiKey(
        issued.apiKey(),
        issued.proxyPassword(),
        caller.projectId(),
        request.name(),
        scope.type(),
        scope.values(),
        request.role());
  }

  @Override
  public void delete(long id) {
    caller.requireAccountLevel();
    catalog.execute(
        handle -> {
          requireDeletable(handle, id);
          repository.delete(handle, id);
        });
    authenticator.forget();
  }

  private void requireScopeExists(Handle handle, Scope scope) {
    for (String name : scope.values()) {
      if (!repository.exists(handle, caller.projectId(), scope.type(), name)) {
        String noun = scope.type() == ScopeType.WORKSPACE ? "Workspace" : "Tenant";
        throw EngineException.notFound(noun + " not found: " + name);
      }
    }
  }

  private void requireDeletable(Handle handle, long id) {
    Standing standing =
        repository
            .standing(handle, caller.projectId(), id)
            .orElseThrow(() -> EngineException.notFound("API key not found: " + id));
    if (standing.oauthManaged()) {
      throw new EngineException(
          ErrorCode.OAUTH_MANAGED,
          "This key is managed by an OAuth connection. Revoke the connection in Connected Apps to"
              + " delete it.");
    }
    if (standing.lastAdmin()) {
      throw EngineException.conflict(
          ConflictKind.NEEDED,
          "Cannot delete the last administrator key of project '" + caller.projectName() + "'");
    }
  }
}
