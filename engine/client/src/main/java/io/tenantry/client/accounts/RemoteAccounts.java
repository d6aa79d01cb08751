package io.tenantry.client.accounts;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Accounts;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.wire.accounts.AccountEndpoints;
import java.util.Optional;

/** Sign-up, login and logout over HTTP. */
public final class RemoteAccounts implements Accounts {
  private final HttpCalls calls;

  /** Uses calls without a credential. */
  public RemoteAccounts(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public SignedUp signup(Signup request) {
    return calls.send(AccountEndpoints.SIGNUP, request);
  }

  @Override
  public LoggedIn login(Login request) {
    return calls.send(AccountEndpoints.LOGIN, request);
  }

  @Override
  public void logout(Secret sessionToken) {
    calls.as(new Credential.Session(sessionToken, Optional.empty())).call(AccountEndpoints.LOGOUT);
  }
}
