package io.tenantry.wire.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.TableSize;
import io.tenantry.contract.users.UserDatabase;
import io.tenantry.contract.users.UserIdentity;
import io.tenantry.contract.users.UserToken;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.wire.OwnStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Replies under {@code /v1}: {@code success}, {@code data}, and for statements {@code meta}. */
public final class UserReplies {
  private UserReplies() {}

  /**
   * A database.
   *
   * @param id number of the tenant
   * @param slug its address
   * @param name its name for people
   * @param status {@code healthy}, or the tenant's status
   * @param region zone, or {@code auto}
   * @param expiresAt when it ends; null for never
   * @param createdAt UTC
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record DatabaseJson(
      String id,
      TenantId slug,
      String name,
      String status,
      String region,
      @JsonInclude Optional<Instant> expiresAt,
      Instant createdAt) {
    static DatabaseJson of(UserDatabase database) {
      return new DatabaseJson(
          database.id(),
          database.slug(),
          database.name(),
          database.status(),
          database.region(),
          database.expiresAt(),
          database.createdAt());
    }

    UserDatabase database() {
      return new UserDatabase(id, slug, name, status, region, expiresAt, createdAt);
    }
  }

  /** A user's database and a fresh token; fields as {@link ProvisionedUser}. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record ProvisionedJson(
      Secret token,
      Instant expiresAt,
      boolean created,
      ProjectId namespaceSlug,
      DatabaseJson database) {}

  /** The reply to a sign-in. */
  public record Provisioned(boolean success, ProvisionedJson data) implements OwnStatus {
    /** Writes the contract's value. */
    public static Provisioned of(ProvisionedUser user) {
      return new Provisioned(
          true,
          new ProvisionedJson(
              user.token(),
              user.expiresAt(),
              user.created(),
              user.namespaceSlug(),
              DatabaseJson.of(user.database())));
    }

    /** Returns the contract's value. */
    public ProvisionedUser user() {
      return new ProvisionedUser(
          data.token(),
          data.expiresAt(),
          data.created(),
          data.namespaceSlug(),
          data.database().database());
    }

    @Override
    public int ownStatus() {
      return data.created() ? 201 : 200;
    }
  }

  /** One database. */
  public record Database(boolean success, DatabaseJson data) {
    /** Writes the contract's value. */
    public static Database of(UserDatabase database) {
      return new Database(true, DatabaseJson.of(database));
    }

    /** Returns the contract's value. */
    public UserDatabase database() {
      return data.database();
    }
  }

  /** All databases. */
  public record Databases(boolean success, List<DatabaseJson> data) {
    /** Writes the contract's values. */
    public static Databases of(List<UserDatabase> databases) {
      return new Databases(true, databases.stream().map(DatabaseJson::of).toList());
    }

    /** Returns the contract's values. */
    public List<UserDatabase> databases() {
      return data.stream().map(DatabaseJson::database).toList();
    }
  }

  /** What was done. */
  public record Done(boolean success, DoneJson data) {
    /** The thing with this address or number is gone. */
    public static Done deleted(String what) {
      return new Done(true, new DoneJson(what, true));
    }
  }

  /**
   * What is gone.
   *
   * @param id its address or number
   * @param deleted true
   */
  public record DoneJson(String id, boolean deleted) {}

  /**
   * A blueprint as a template.
   *
   * @param slug its name
   * @param title its name for people
   * @param description its newest version
   * @param tables how many CREATE TABLE statements it has
   */
  public record TemplateJson(String slug, String title, String description, long tables) {}

  /** The templates. */
  public record Templates(boolean success, List<TemplateJson> data) {
    /** Writes the contract's values. */
    public static Templates of(List<BlueprintSummary> blueprints) {
      return new Templates(true, blueprints.stream().map(Templates::of).toList());
    }

    private static TemplateJson of(BlueprintSummary blueprint) {
      long tables =
          blueprint.ddlStatements().stream()
              .filter(statement -> statement.regionMatches(true, 0, "CREATE TABLE", 0, 12))
              .count();
      String name = blueprint.name().value();
      return new TemplateJson(name, name, "Version " + blueprint.version(), tables);
    }
  }

  /** Who is asking. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record MeJson(ProjectId namespaceSlug, ProjectId namespaceId, Role role) {}

  /** The reply that says who is asking. */
  public record Me(boolean success, MeJson data) {
    /** Writes the contract's value. */
    public static Me of(UserIdentity me) {
      return new Me(true, new MeJson(me.namespace(), me.namespace(), me.role()));
    }

    /** Returns the contract's value. */
    public UserIdentity identity() {
      return new UserIdentity(data.namespaceSlug(), data.role());
    }
  }

  /** A token; fields as {@link UserToken}. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record TokenJson(
      long id,
      String label,
      TenantId databaseSlug,
      Role role,
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> lastUsedAt) {}

  /** The tokens. */
  public record Tokens(boolean success, List<TokenJson> data) {
    /** Writes the contract's values. */
    public static Tokens of(List<UserToken> tokens) {
      return new Tokens(
          true,
          tokens.stream()
              .map(
                  token ->
                      new TokenJson(
                          token.id(),
                          token.label(),
                          token.slug(),
                          token.role(),
                          token.createdAt(),
                          token.expiresAt(),
                          token.lastUsedAt()))
              .toList());
    }

    /** Returns the contract's values. */
    public List<UserToken> tokens() {
      return data.stream()
          .map(
              token ->
                  new UserToken(
                      token.id(),
                      token.label(),
                      token.databaseSlug(),
                      token.role(),
                      token.createdAt(),
                      token.expiresAt(),
                      token.lastUsedAt()))
          .toList();
    }
  }

  /** One result. */
  public record Result(boolean success, UserResult data, UserMeta meta) {
    /** Writes the contract's value. */
    public static Result of(QueryResult result) {
      return new Result(true, UserResult.of(result), UserMeta.of(List.of(result)));
    }

    /** Returns the contract's value. */
    public QueryResult result() {
      return data.result(meta.durationMs());
    }
  }

  /** One result per statement. */
  public record Results(boolean success, List<UserResult> data, UserMeta meta) {
    /** Writes the contract's values. */
    public static Results of(List<QueryResult> results) {
      return new Results(true, results.stream().map(UserResult::of).toList(), UserMeta.of(results));
    }

    /** Returns the contract's values. */
    public List<QueryResult> results() {
      return data.stream().map(result -> result.result(0)).toList();
    }
  }

  /** Table sizes. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record TableJson(String name, long rowCount) {}

  /** The tables. */
  public record Tables(boolean success, List<TableJson> data) {
    /** Writes the contract's values. */
    public static Tables of(List<TableSize> tables) {
      return new Tables(
          true,
          tables.stream().map(table -> new TableJson(table.name(), table.rowCount())).toList());
    }

    /** Returns the contract's values. */
    public List<TableSize> tables() {
      return data.stream().map(table -> new TableSize(table.name(), table.rowCount())).toList();
    }
  }

  /**
   * A schema.
   *
   * @param databaseDescription null: none is stored
   * @param tables its tables
   * @param schema everything known about it (an extension)
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record DescriptionJson(
      Optional<String> databaseDescription, List<DescribedTable> tables, WorkspaceSchema schema) {}

  /** The reply that describes a database. */
  public record Described(boolean success, DescriptionJson data) {
    /** Writes the contract's value. */
    public static Described of(WorkspaceSchema schema) {
      return new Described(
          true,
          new DescriptionJson(
              Optional.empty(), schema.tables().stream().map(DescribedTable::of).toList(), schema));
    }
  }
}
