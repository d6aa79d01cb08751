package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.NewDatabase;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.TableSize;
import io.tenantry.contract.users.UserBatch;
import io.tenantry.contract.users.UserDatabase;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.contract.users.UserToken;
import io.tenantry.contract.users.Users;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What per-user databases promise, on any engine. */
public abstract class UsersContract extends ContractSuite {
  private static final Subject ADA = new Subject("user_42");
  private static final Subject BOB = new Subject("bob@example.com");

  private Users opened(ProvisionedUser user) {
    return fixture().engine().open(new Credential.UserToken(user.token())).users();
  }

  private static ProvisionUser notes(Subject subject) {
    return new ProvisionUser(subject).withTemplate(new WorkspaceName("notes"));
  }

  private TestProject withNotes() {
    TestProject project = project();
    WorkspaceName notes = project.workspace("notes");
    project.design(
        notes,
        "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, stars INTEGER"
            + " CHECK (stars < 6), parent INTEGER REFERENCES note (id))");
    return project;
  }

  @Test
  void theFirstSignInMakesADatabaseAndLaterOnesFindIt() {
    TestProject project = withNotes();

    ProvisionedUser first = project.admin().users().provision(notes(ADA));
    ProvisionedUser second = project.admin().users().provision(notes(ADA));

    assertThat(first.created()).isTrue();
    assertThat(second.created()).isFalse();
    assertThat(second.database().slug()).isEqualTo(first.database().slug());
    assertThat(second.token()).as("a fresh token each time").isNotEqualTo(first.token());
    assertThat(first.token().value()).matches("psql_live_[0-9a-f]{64}");
    assertThat(first.database().slug().value()).matches("u-[a-z2-7]{26}");
    assertThat(first.namespaceSlug()).isEqualTo(project.id());
    assertThat(first.database().status()).isEqualTo("healthy");
    assertThat(opened(first).me().role()).as("the earlier one stays good").isEqualTo(Role.WRITE);
  }

  @Test
  void everyUserHasADatabaseOfTheirOwn() {
    TestProject project = withNotes();
    ProvisionedUser ada = project.admin().users().provision(notes(ADA));
    ProvisionedUser bob = project.admin().users().provision(notes(BOB));
    opened(ada)
        .query(ada.database().slug(), new UserStatement("INSERT INTO note (title) VALUES ('a')"));

    assertThat(opened(bob).tables(bob.database().slug())).containsExactly(new TableSize("note", 0));
    assertThat(opened(ada).tables(ada.database().slug())).containsExactly(new TableSize("note", 1));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> opened(ada).query(bob.database().slug(), new UserStatement("SELECT 1")));
  }

  @Test
  void subjectsAreOpaque() {
    Users users = withNotes().admin().users();
    Set<TenantId> slugs = new HashSet<>();
    for (String subject : List.of("a", "A", " a", "a ", "ä", "a\u0000", "🙂")) {
      slugs.add(users.provision(notes(new Subject(subject))).database().slug());
    }
    assertThat(slugs).hasSize(7);
    assertThat(users.provision(notes(ADA)).database().slug())
        .as("another project, another address")
        .isNotEqualTo(withNotes().admin().users().provision(notes(ADA)).database().slug());
  }

  @Test
  void firstCallsAtTheSameTimeMakeOneDatabase() throws Exception {
    TestProject project = withNotes();
    List<Callable<ProvisionedUser>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(() -> project.admin().users().provision(notes(ADA)));
    }
    List<ProvisionedUser> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<ProvisionedUser> each : threads.invokeAll(calls)) {
        all.add(each.get());
      }
    }

    assertThat(all)
        .extracting(user -> user.database().slug())
        .containsOnly(all.getFirst().database().slug());
    assertThat(all).filteredOn(ProvisionedUser::created).hasSize(1);
    assertThat(project.admin().users().databases()).hasSize(1);
  }

  @Test
  void withoutATemplateTheSchemaIsThatOfTheBlueprintUsers() {
    TestProject project = project();
    ProvisionedUser user = project.admin().users().provision(new ProvisionUser(ADA));

    assertThat(opened(user).tables(user.database().slug())).isEmpty();
    WorkspaceName users = new WorkspaceName("users");
    project.design(users, "CREATE TABLE setting (k TEXT PRIMARY KEY, v)");
    project.deploy(users);
    assertThat(opened(user).tables(user.database().slug()))
        .containsExactly(new TableSize("setting", 0));
  }

  @Test
  void anUnknownTemplateIsNotFoundAndMakesNothing() {
    TestProject project = project();
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: nope",
        () ->
            project
                .admin()
                .users()
                .provision(new ProvisionUser(ADA).withTemplate(new WorkspaceName("nope"))));
    assertThat(project.admin().users().databases()).isEmpty();
  }

  @Test
  void statementsFollowTheRoleOfTheToken() {
    TestProject project = withNotes();
    ProvisionedUser writer = project.admin().users().provision(notes(ADA));
    ProvisionedUser reader = project.admin().users().provision(notes(ADA).withRole(Role.READ));
    TenantId slug = writer.database().slug();

    QueryResult inserted =
        opened(writer)
            .query(
                slug,
                new UserStatement(
                    "INSERT INTO note (title) VALUES (?)", Parameters.of(Value.of("one"))));
    assertThat(inserted.rowsAffected()).contains(1L);
    assertThat(inserted.lastInsertId()).contains(1L);
    assertThat(opened(reader).query(slug, new UserStatement("SELECT id, title FROM note")).rows())
        .containsExactly(List.of(Value.of(1), Value.of("one")));
    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        () -> opened(reader).query(slug, new UserStatement("DELETE FROM note")));
    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        () ->
            opened(reader).query(slug, new UserStatement("WITH x AS (SELECT 1) DELETE FROM note")));
  }

  @Test
  void schemaChangesAreRefusedWhateverTheTokenAndHoweverTheyAreWritten() {
    TestProject project = withNotes();
    ProvisionedUser user = project.admin().users().provision(notes(ADA));
    for (String sql :
        List.of(
            "CREATE TABLE x (a)",
            "/* hi */ DROP TABLE note",
            "EXPLAIN CREATE TABLE x (a)",
            "ATTACH 'x.db' AS x",
            "PRAGMA writable_schema=1",
            "VACUUM INTO 'x.db'")) {
      assertRefused(
          ErrorCode.PERMISSION_DENIED,
          () -> opened(user).query(user.database().slug(), new UserStatement(sql)));
    }
  }

  @Test
  void aBatchInATransactionIsAllOrNothing() {
    TestProject project = withNotes();
    ProvisionedUser user = project.admin().users().provision(notes(ADA));
    TenantId slug = user.database().slug();
    List<UserStatement> statements =
        List.of(
            new UserStatement("INSERT INTO note (title) VALUES ('one')"),
            new UserStatement("SELECT count(*) FROM note"),
            new UserStatement("INSERT INTO note (title) VALUES ('one')"));

    EngineException failed =
        refusal(() -> opened(user).batch(slug, new UserBatch(statements, true)));
    assertThat(failed.message()).contains("UNIQUE constraint failed: note.title");
    assertThat(opened(user).tables(slug)).containsExactly(new TableSize("note", 0));

    refusal(() -> opened(user).batch(slug, new UserBatch(statements, false)));
    assertThat(opened(user).tables(slug))
        .as("each by itself")
        .containsExactly(new TableSize("note", 1));

    List<QueryResult> results =
        opened(user)
            .batch(
                slug,
                new UserBatch(
                    List.of(
                        new UserStatement("UPDATE note SET stars = 5"),
                        new UserStatement("SELECT stars FROM note")),
                    true));
    assertThat(results.get(0).rowsAffected()).contains(1L);
    assertThat(results.get(1).rows()).containsExactly(List.of(Value.of(5)));
  }

  @Test
  void aTokenOpensNothingElse() {
    TestProject project = withNotes();
    ProvisionedUser user = project.admin().users().provision(notes(ADA));
    Project seen = fixture().engine().open(new Credential.UserToken(user.token()));

    assertRefused(ErrorCode.FORBIDDEN, () -> seen.users().provision(notes(BOB)));
    assertRefused(ErrorCode.FORBIDDEN, () -> seen.users().databases());
    assertRefused(ErrorCode.FORBIDDEN, () -> seen.users().tokens());
    assertRefused(ErrorCode.FORBIDDEN, () -> seen.users().delete(user.database().slug()));
    assertRefused(ErrorCode.FORBIDDEN, () -> seen.tenants().get(user.database().slug()));
    assertRefused(ErrorCode.FORBIDDEN, () -> seen.apiKeys().list());
    assertRefused(ErrorCode.FORBIDDEN, seen::whoami);
  }

  @Test
  void onlyAnAdministratorOfTheProjectProvisions() {
    TestProject project = withNotes();
    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> project.as(Role.WRITE, ScopeType.PROJECT).users().provision(notes(ADA)));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.ADMIN, ScopeType.WORKSPACE, "notes").users().provision(notes(ADA)));
  }

  @Test
  void tokensAreListedWithoutTheirSecretAndEndWhenRevoked() {
    TestProject project = withNotes();
    Users admin = project.admin().users();
    ProvisionedUser user = admin.provision(notes(ADA).withExpiresIn(60));

    UserToken token = admin.tokens().getFirst();
    assertThat(token.slug()).isEqualTo(user.database().slug());
    assertThat(Duration.between(token.createdAt(), token.expiresAt()).toSeconds())
        .isBetween(59L, 61L);
    String secret = user.token().value();
    assertThat(token.label())
        .isEqualTo(secret.substring(0, 14) + "…" + secret.substring(secret.length() - 4));

    assertThat(opened(user).me().namespace()).isEqualTo(project.id());
    admin.revoke(token.id());
    assertRefused(ErrorCode.UNAUTHORIZED, "Invalid token", () -> opened(user).me());
    assertRefused(
        ErrorCode.NOT_FOUND, "Token not found: " + token.id(), () -> admin.revoke(token.id()));
  }

  @Test
  void afterADeleteTheUserGetsANewDatabaseThatOldTokensDoNotOpen() {
    TestProject project = withNotes();
    Users admin = project.admin().users();
    ProvisionedUser old = admin.provision(notes(ADA));
    opened(old)
        .query(old.database().slug(), new UserStatement("INSERT INTO note (title) VALUES ('x')"));

    admin.delete(old.database().slug());
    assertRefused(ErrorCode.NOT_FOUND, () -> admin.find(ADA));
    ProvisionedUser fresh = admin.provision(notes(ADA));

    assertThat(fresh.created()).isTrue();
    assertThat(fresh.database().slug()).isEqualTo(old.database().slug());
    assertThat(fresh.database().id()).isNotEqualTo(old.database().id());
    assertThat(opened(fresh).tables(fresh.database().slug()))
        .containsExactly(new TableSize("note", 0));
    assertRefused(ErrorCode.UNAUTHORIZED, () -> opened(old).me());
  }

  @Test
  void aDatabaseCanHaveAnEnd() {
    Users admin = withNotes().admin().users();
    UserDatabase forever = admin.provision(notes(ADA)).database();
    UserDatabase limited = admin.provision(notes(BOB).withTtlSec(3600)).database();

    assertThat(forever.expiresAt()).isEmpty();
    assertThat(
            limited.expiresAt().map(end -> Duration.between(limited.createdAt(), end).toMinutes()))
        .hasValueSatisfying(minutes -> assertThat(minutes).isBetween(59L, 60L));
    assertThat(admin.find(BOB)).isEqualTo(limited);
    assertThat(admin.provision(notes(ADA).withTtlSec(60)).database().expiresAt()).isPresent();
  }

  @Test
  void databasesWithoutAUserAreMadeAndListedToo() {
    TestProject project = withNotes();
    Users admin = project.admin().users();
    UserDatabase made =
        admin.create(
            new NewDatabase(
                new TenantId("orders"), "Orders", Optional.of(new WorkspaceName("notes"))));

    assertThat(made.name()).isEqualTo("Orders");
    assertThat(admin.databases()).containsExactly(made);
    assertThat(admin.describe(made.slug()).tables().getFirst().name()).isEqualTo("note");
    assertRefused(
        ErrorCode.CONFLICT,
        "Database 'orders' already exists",
        () ->
            admin.create(
                new NewDatabase(
                    new TenantId("orders"), "Again", Optional.of(new WorkspaceName("notes")))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Database not found: nobody",
        () -> admin.query(new TenantId("nobody"), new UserStatement("SELECT 1")));
  }

  @Test
  void badSignInsAreRefusedNamingTheField() {
    assertThat(refusal(() -> new Subject("")).detail("field")).contains("subject");
    assertThat(refusal(() -> new Subject("x".repeat(257))).detail("field")).contains("subject");
    assertThat(refusal(() -> notes(ADA).withExpiresIn(59)).detail("field")).contains("expiresIn");
    assertThat(refusal(() -> notes(ADA).withExpiresIn(86_401)).detail("field"))
        .contains("expiresIn");
    assertThat(refusal(() -> notes(ADA).withRole(Role.ADMIN)).detail("field")).contains("role");
    assertThat(refusal(() -> notes(ADA).withTtlSec(1)).detail("field")).contains("ttlSec");
    assertThat(refusal(() -> new UserBatch(List.of(), true)).detail("field"))
        .contains("statements");
  }
}
