package io.tenantry.contract.apikeys;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * API keys. All calls need a project-scoped administrator key or a session: ROLE_REQUIRED or
 * SCOPE_DENIED otherwise.
 */
public interface ApiKeys {

  /** Lists the keys of the project with their full values, oldest first; never a password. */
  List<ApiKey> list();

  /** Lists the keys of all projects of the account, in the same shape. */
  List<ApiKey> listAll();

  /**
   * Creates a key. Both secrets are in the answer; the password is never shown again.
   *
   * @throws EngineException BAD_REQUEST for a bad name, role or scope (see {@link CreateApiKey});
   *     NOT_FOUND for a workspace or tenant of the scope that does not exist
   */
  CreatedApiKey create(CreateApiKey request);

  /**
   * Revokes a key at once.
   *
   * @param id the key's number
   * @throws EngineException NOT_FOUND {@code API key not found: 7}; OAUTH_MANAGED for a key of an
   *     OAuth connection; CONFLICT when it is the last administrator key of the project
   */
  void delete(long id);
}
