package io.tenantry.wire.accounts;

import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.wire.Body;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Message;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/** The calls of accounts. */
public final class AccountEndpoints {
  /** Creates an account. */
  public static final Endpoint<Signup, SignedUp> SIGNUP =
      Endpoint.post("/signup", Body.of(AccountEndpoints::signup), SignedUp.class)
          .created()
          .withoutCredential();

  /** Starts a session. */
  public static final Endpoint<Login, LoggedIn> LOGIN =
      Endpoint.post("/login", Body.of(AccountEndpoints::login), LoggedIn.class).withoutCredential();

  /** Ends the session that the call is made with. */
  public static final Endpoint<Nothing, Message> LOGOUT = Endpoint.post("/logout", Message.class);

  private AccountEndpoints() {}

  private static Signup signup(Fields body) {
    return new Signup(
        body.text("email"),
        new Secret(body.text("password")),
        body.optionalText("project_name").orElse(Signup.DEFAULT_PROJECT_NAME));
  }

  private static Login login(Fields body) {
    return new Login(body.text("email"), new Secret(body.text("password")));
  }
}
