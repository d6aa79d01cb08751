package io.tenantry.server.accounts;

import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.server.limits.LoginBrake;
import io.tenantry.wire.Message;
import io.tenantry.wire.accounts.AccountEndpoints;

/** The calls of accounts. */
public final class AccountRoutes {
  private AccountRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    // Passwords are hashed with a function that is slow on purpose: not beside quick calls.
    router.onOpen(
        AccountEndpoints.SIGNUP,
        RequestLane.SLOW,
        (engine, _, body) -> engine.accounts().signup(body));
    LoginBrake brake = new LoginBrake();
    router.onOpen(
        AccountEndpoints.LOGIN,
        RequestLane.SLOW,
        (engine, head, body) ->
            brake.attempt(body.email(), head.sender(), () -> engine.accounts().login(body)));
    router.onOpen(
        AccountEndpoints.LOGOUT,
        RequestLane.FAST,
        (engine, head, _) -> {
          engine.accounts().logout(head.bearer());
          return new Message("Logged out");
        });
  }
}
