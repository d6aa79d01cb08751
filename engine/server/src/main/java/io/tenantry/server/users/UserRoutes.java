package io.tenantry.server.users;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.UserDatabase;
import io.tenantry.contract.users.Users;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.users.UserEndpoints;
import io.tenantry.wire.users.UserReplies;
import java.util.List;

/** The calls under {@code /v1}. */
public final class UserRoutes {
  private UserRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/v1/db/{ns}/{db}", call -> inNamespace(call).describe(database(call)));
    users(router);
    databases(router);
    sql(router);
  }

  private static void users(Router router) {
    router.on(
        UserEndpoints.PROVISION,
        RequestLane.FAST,
        (call, body) -> UserReplies.Provisioned.of(users(call).provision(body)));
    router.on(
        UserEndpoints.FIND,
        RequestLane.FAST,
        (call, _) ->
            UserReplies.Database.of(
                users(call).find(new Subject(call.query().text("subject").orElse("")))));
    router.on(UserEndpoints.DELETE, RequestLane.FAST, (call, _) -> deleted(call));
    router.on(
        UserEndpoints.TOKENS,
        RequestLane.FAST,
        (call, _) -> UserReplies.Tokens.of(users(call).tokens()));
    router.on(UserEndpoints.REVOKE, RequestLane.FAST, (call, _) -> revoked(call));
    router.on(UserEndpoints.ME, RequestLane.FAST, (call, _) -> UserReplies.Me.of(users(call).me()));
  }

  private static void databases(Router router) {
    router.on(
        UserEndpoints.DATABASES,
        RequestLane.FAST,
        (call, _) -> UserReplies.Databases.of(page(call, users(call).databases())));
    router.on(
        UserEndpoints.CREATE,
        RequestLane.FAST,
        (call, body) -> UserReplies.Database.of(users(call).create(body)));
    router.on(UserEndpoints.DELETE_DATABASE, RequestLane.FAST, (call, _) -> deleted(call));
    router.on(
        UserEndpoints.TEMPLATES,
        RequestLane.FAST,
        (call, _) -> UserReplies.Templates.of(call.project().blueprints().list()));
  }

  private static void sql(Router router) {
    router.on(
        UserEndpoints.QUERY,
        RequestLane.CALLER,
        (call, body) -> UserReplies.Result.of(inNamespace(call).query(database(call), body)));
    router.on(
        UserEndpoints.BATCH,
        RequestLane.CALLER,
        (call, body) -> UserReplies.Results.of(inNamespace(call).batch(database(call), body)));
    router.on(
        UserEndpoints.TABLES,
        RequestLane.CALLER,
        (call, _) -> UserReplies.Tables.of(inNamespace(call).tables(database(call))));
    router.on(
        UserEndpoints.DESCRIBE,
        RequestLane.CALLER,
        (call, _) -> UserReplies.Described.of(inNamespace(call).describe(database(call))));
  }

  private static List<UserDatabase> page(Call call, List<UserDatabase> all) {
    int size =
        call.query()
            .integer("pageSize")
            .map(wanted -> Check.range("pageSize", wanted, 1, 1000))
            .orElse(Integer.MAX_VALUE);
    return all.subList(0, Math.min(size, all.size()));
  }

  private static UserReplies.Done deleted(Call call) {
    TenantId slug = database(call);
    users(call).delete(slug);
    return UserReplies.Done.deleted(slug.value());
  }

  private static UserReplies.Done revoked(Call call) {
    String id = call.path("id");
    try {
      users(call).revoke(Long.parseLong(id));
    } catch (NumberFormatException invalid) {
      throw EngineException.notFound("Token not found: " + id);
    }
    return UserReplies.Done.deleted(id);
  }

  private static Users users(Call call) {
    return call.project().users();
  }

  /** The first part of the address must be the project of the credential. */
  private static Users inNamespace(Call call) {
    Users users = users(call);
    if (!users.me().namespace().value().equals(call.path("ns"))) {
      throw EngineException.forbidden("Token namespace mismatch");
    }
    return users;
  }

  private static TenantId database(Call call) {
    String slug = call.path("db");
    try {
      return new TenantId(slug);
    } catch (EngineException invalid) {
      throw EngineException.notFound("Database not found: " + slug);
    }
  }
}
