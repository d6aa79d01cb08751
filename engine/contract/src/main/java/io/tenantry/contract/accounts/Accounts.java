package io.tenantry.contract.accounts;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;

/** Accounts of an engine: a person or company that owns projects. */
public interface Accounts {

  /**
   * Creates an account with its first project and that project's administrator key.
   *
   * @return the new project and its API key
   * @throws EngineException BAD_REQUEST for a bad e-mail, a password under 8 characters or a bad
   *     project name; CONFLICT {@code Email already registered}; FORBIDDEN when the engine's
   *     sign-up mode does not allow it ({@code first}: only while no account exists; {@code
   *     closed}: never)
   */
  SignedUp signup(Signup request);

  /**
   * Starts a session. Sessions end after 30 days without use, or by {@link #logout}.
   *
   * @return the session token and the account's projects with their administrator keys
   * @throws EngineException UNAUTHORIZED {@code Invalid email or password}
   */
  LoggedIn login(Login request);

  /**
   * Ends a session; ending one that is over already is no error.
   *
   * @param sessionToken the token of the login
   */
  void logout(Secret sessionToken);
}
