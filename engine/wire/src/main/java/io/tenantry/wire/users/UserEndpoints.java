package io.tenantry.wire.users;

import io.tenantry.contract.users.NewDatabase;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.UserBatch;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/**
 * The calls under {@code /v1}; {@code {ns}} is the project id, {@code {db}} the slug of a database.
 * Replies are {@code {"success":true,"data":…}}, failures {@code
 * {"success":false,"error":…,"errorDetail"?}}. Query and batch take the header {@code
 * Idempotency-Key}.
 */
public final class UserEndpoints {
  /** Where the calls with this envelope are. */
  public static final String PREFIX = "/v1/";

  /** Gives a user their database and a token: 201 when the database is new, otherwise 200. */
  public static final Endpoint<ProvisionUser, UserReplies.Provisioned> PROVISION =
      Endpoint.post("/v1/users", UserBodies.PROVISION, UserReplies.Provisioned.class)
          .needs(Clearance.ACCOUNT);

  /** Finds the database of the user in the parameter {@code subject} (an extension). */
  public static final Endpoint<Nothing, UserReplies.Database> FIND =
      Endpoint.get("/v1/users", UserReplies.Database.class).needs(Clearance.ACCOUNT);

  /** Destroys a user's database (an extension). */
  public static final Endpoint<Nothing, UserReplies.Done> DELETE =
      Endpoint.delete("/v1/users/{db}", UserReplies.Done.class).needs(Clearance.ACCOUNT);

  /** Lists all databases. */
  public static final Endpoint<Nothing, UserReplies.Databases> DATABASES =
      Endpoint.get("/v1/databases", UserReplies.Databases.class).needs(Clearance.ACCOUNT);

  /** Makes a database that belongs to no user. */
  public static final Endpoint<NewDatabase, UserReplies.Database> CREATE =
      Endpoint.post("/v1/databases", UserBodies.CREATE, UserReplies.Database.class)
          .created()
          .needs(Clearance.ACCOUNT);

  /** Destroys a database (an extension). */
  public static final Endpoint<Nothing, UserReplies.Done> DELETE_DATABASE =
      Endpoint.delete("/v1/databases/{db}", UserReplies.Done.class).needs(Clearance.ACCOUNT);

  /** Lists the blueprints that can be templates. */
  public static final Endpoint<Nothing, UserReplies.Templates> TEMPLATES =
      Endpoint.get("/v1/templates", UserReplies.Templates.class);

  /** Says who is asking. */
  public static final Endpoint<Nothing, UserReplies.Me> ME =
      Endpoint.get("/v1/me", UserReplies.Me.class).needs(Clearance.KNOWN);

  /** Lists tokens (an extension). */
  public static final Endpoint<Nothing, UserReplies.Tokens> TOKENS =
      Endpoint.get("/v1/tokens", UserReplies.Tokens.class).needs(Clearance.ACCOUNT);

  /** Ends a token (an extension). */
  public static final Endpoint<Nothing, UserReplies.Done> REVOKE =
      Endpoint.delete("/v1/tokens/{id}", UserReplies.Done.class).needs(Clearance.ACCOUNT);

  /** Runs a statement. */
  public static final Endpoint<UserStatement, UserReplies.Result> QUERY =
      Endpoint.post("/v1/db/{ns}/{db}/query", UserBodies.QUERY, UserReplies.Result.class)
          .needs(Clearance.KNOWN);

  /** Runs statements one after the other. */
  public static final Endpoint<UserBatch, UserReplies.Results> BATCH =
      Endpoint.post("/v1/db/{ns}/{db}/batch", UserBodies.BATCH, UserReplies.Results.class)
          .needs(Clearance.KNOWN);

  /** Counts the rows of every table. */
  public static final Endpoint<Nothing, UserReplies.Tables> TABLES =
      Endpoint.get("/v1/db/{ns}/{db}/tables", UserReplies.Tables.class).needs(Clearance.KNOWN);

  /** Returns tables and columns. */
  public static final Endpoint<Nothing, UserReplies.Described> DESCRIBE =
      Endpoint.get("/v1/db/{ns}/{db}/describe", UserReplies.Described.class).needs(Clearance.KNOWN);

  private UserEndpoints() {}

  /** Returns whether a call heeds the header {@code Idempotency-Key}. */
  public static boolean isRepeatable(Endpoint<?, ?> endpoint) {
    return endpoint.equals(QUERY) || endpoint.equals(BATCH);
  }
}
