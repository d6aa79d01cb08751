package io.tenantry.client.apikeys;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.wire.apikeys.ApiKeyEndpoints;
import java.util.List;

/** API keys over HTTP. */
public final class RemoteApiKeys implements ApiKeys {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteApiKeys(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<ApiKey> list() {
    return calls.call(ApiKeyEndpoints.LIST).apiKeys();
  }

  @Override
  public List<ApiKey> listAll() {
    return calls.call(ApiKeyEndpoints.LIST_ALL).apiKeys();
  }

  @Override
  public CreatedApiKey create(CreateApiKey request) {
    return calls.send(ApiKeyEndpoints.CREATE, request).key();
  }

  @Override
  public void delete(long id) {
    calls.call(ApiKeyEndpoints.DELETE, id);
  }
}
