package io.tenantry.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.TestProject;
import io.tenantry.wire.openapi.Operation;
import io.tenantry.wire.openapi.Operations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may not make a call, or cannot see what it is about, is told so: never what is wrong with the
 * rest of the request. Every call of the API, with a request that is right and one that is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpClearanceTest {
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  /** Those of the callers who may read something, if not the same. */
  private static final Set<String> MAY_READ =
      Set.of("reader", "writer", "other workspace", "stranger", "foreigner");

  /** Calls whose bodies name what they are about, so that only a right one can be refused. */
  private static final Set<String> ABOUT_THEIR_BODY =
      Set.of(
          "workspaces.create",
          "backups.startRun",
          "tenants.create",
          "tenants.createMany",
          "queries.admin",
          "deployments.create");

  /** Features of which a right body can still ask for what is not there. */
  private static final Set<String> ABOUT_MORE = Set.of("imports", "recovery");

  private static final String IMPORT = "{'connection':{'type':'sqlite','path':'none.db'}}";

  /** A right body for every call that takes one. */
  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    BODIES.put("projects.create", "{'name':'Another'}");
    BODIES.put("projects.rename", "{'name':'Renamed'}");
    BODIES.put("apikeys.create", "{'name':'k','role':'read','scope_type':'project'}");
    BODIES.put("workspaces.create", "{'name':'w9','database':'SQLite','mode':'tenant'}");
    BODIES.put("workspaces.query", "{'query':'SELECT 1'}");
    BODIES.put("workspaces.importSchema", "{'source':'sql','sql':'CREATE TABLE u (a)'}");
    BODIES.put("workspaces.carry", "{'carried':true}");
    BODIES.put("workspaces.saveSettings", "{'max_connections':5}");
    BODIES.put("workspaces.patchSettings", "{'max_connections':5}");
    BODIES.put("blueprints.compare", "{'from_version':'1.0','to_version':'1.1'}");
    BODIES.put("drift.check", "{}");
    BODIES.put("drift.accept", "{'blueprint':'main'}");
    BODIES.put("drift.forceBack", "{'blueprint':'main'}");
    BODIES.put("drift.adopt", "{'blueprint':'main'}");
    BODIES.put(
        "tenants.create",
        "{'tenant_id':'t9','databases':[{'blueprint':'main','isolation_level':1}]}");
    BODIES.put(
        "tenants.createMany",
        "{'tenant_ids':['t8'],'databases':[{'blueprint':'main','isolation_level':1}]}");
    BODIES.put("tenants.changeIsolation", "{'blueprint':'main','isolation_level':2}");
    BODIES.put("queries.tenant", "{'blueprint':'main','query':'SELECT 1'}");
    BODIES.put("queries.admin", "{'blueprint':'main','query':'SELECT 1','tenant_id':'wayne'}");
    BODIES.put("deployments.create", "{'blueprint_id':'main'}");
    BODIES.put("deployments.width", "{'workers':4}");
    BODIES.put("deployments.undo", "{'confirm_loss':true}");
    BODIES.put("backups.rollback", "{'storage_path':'none'}");
    BODIES.put("backups.verify", "{'storage_path':'none'}");
    BODIES.put("backups.restore", "{'storage_path':'none','tenant_id':'t7'}");
    BODIES.put(
        "backups.changePolicy",
        "{'nightly':true,'nightly_at':'03:00','keep_scheduled':7,'keep_safety_hours':24}");
    BODIES.put("backups.startRun", "{'tenant_ids':['wayne']}");
    BODIES.put("drills.start", "{'sample':1}");
    BODIES.put("drills.check", "{'text':'t','signature':'s','public_key':'k'}");
    BODIES.put(
        "recovery.fork",
        "{'timestamp':'2026-01-01T00:00:00Z','blueprint':'main','tenant_id':'t6'}");
    BODIES.put("recovery.recover", "{'timestamp':'2026-01-01T00:00:00Z'}");
    BODIES.put("imports.analyze", IMPORT);
    BODIES.put("imports.start", IMPORT);
    BODIES.put("imports.startFull", IMPORT);
    BODIES.put("users.provision", "{'subject':'ada'}");
    BODIES.put("users.create", "{'slug':'own'}");
    BODIES.put("users.query", "{'sql':'SELECT 1'}");
    BODIES.put("users.batch", "{'statements':[{'sql':'SELECT 1'}]}");
  }

  /** A right query for every call that needs one. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "backups.notes", "storage_path=none",
          "backups.download", "storage_path=none",
          "backups.delete", "storage_path=none",
          "recovery.window", "blueprint=main",
          "logs.projectPattern", "pattern=SELECT+?",
          "imports.status", "import_id=imp_0000",
          "imports.cancel", "import_id=imp_0000",
          "users.find", "subject=ada");

  private RemoteFixture fixture;
  private TestProject project;
  private Deployment deployment;
  private String user;
  private final Map<String, RawHttp> callers = new LinkedHashMap<>();

  @BeforeAll
  void start(@TempDir Path folder) {
    fixture = new RemoteFixture(folder.resolve("data"), SignupRule.OPEN);
    project = TestProject.create(fixture, "Walked");
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE t (a)");
    project.tenants(main, "wayne", "other");
    project.workspace("elsewhere");
    deployment = project.deploy(main);
    ProvisionedUser provisioned =
        project.admin().users().provision(new ProvisionUser(new Subject("eve")));
    user = provisioned.database().slug().value();
    callers.put("nobody", call(Optional.empty()));
    callers.put("unknown", call(Optional.of("tdb_sk_" + "0".repeat(64))));
    callers.put("reader", key(Role.READ, ScopeType.PROJECT));
    callers.put("writer", key(Role.WRITE, ScopeType.PROJECT));
    callers.put("other tenant", key(Role.ADMIN, ScopeType.TENANT, "other"));
    callers.put("other tenant's reader", key(Role.READ, ScopeType.TENANT, "other"));
    callers.put("other workspace", key(Role.ADMIN, ScopeType.WORKSPACE, "elsewhere"));
    callers.put("user", call(Optional.of(provisioned.token().value())));
    callers.put(
        "stranger",
        call(
            Optional.of(
                fixture
                    .owner()
                    .projects()
                    .create(new CreateProject("Stranger"))
                    .apiKey()
                    .value())));
    Signup signup = new Signup("a@b.example", new Secret("correct horse"), "Foreign");
    callers.put(
        "foreigner",
        call(Optional.of(fixture.engine().accounts().signup(signup).apiKey().value())));
  }

  private RawHttp key(Role role, ScopeType scope, String... values) {
    return call(
        Optional.of(
            project
                .admin()
                .apiKeys()
                .create(new CreateApiKey("key", role, scope, List.of(values)))
                .apiKey()
                .value()));
  }

  private RawHttp call(Optional<String> secret) {
    return new RawHttp(fixture.url(), secret);
  }

  @AfterAll
  void stop() {
    callers.values().forEach(RawHttp::close);
    fixture.close();
  }

  @Test
  void whoMayNotCallIsToldThatFirst() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : calls().toList()) {
      callers.forEach(
          (name, caller) -> {
            if (!isEndless(operation, name) && !isTheEnd(operation, name)) {
              int broken = broken(caller, operation);
              int right = right(caller, operation);
              if (!isSaidFirst(operation, broken, right)) {
                wrong.add(operation.id() + " as " + name + ": " + broken + " instead of " + right);
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isSaidFirst(Operation operation, int broken, int right) {
    if (REFUSED.contains(right)) {
      return broken == right || (ABOUT_THEIR_BODY.contains(operation.id()) && broken == 400);
    }
    return broken != 401 && broken != 403;
  }

  @Test
  void theBodiesAreRight() {
    assertThat(calls().filter(operation -> operation.endpoint().hasBody()).map(Operation::id))
        .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    RawHttp admin = call(Optional.of(project.key().value()));
    assertThat(calls().filter(operation -> operation.endpoint().hasBody()))
        .filteredOn(operation -> !ABOUT_MORE.contains(operation.feature()))
        .allSatisfy(operation -> assertThat(right(admin, operation)).isNotEqualTo(400));
    admin.close();
  }

  private static Stream<Operation> calls() {
    return Operations.all().stream().filter(operation -> !operation.endpoint().open());
  }

  /** Events go on for those who may read them; each has a list beside it that asks for the same. */
  private static boolean isEndless(Operation operation, String caller) {
    return operation.endpoint().path().endsWith("/events") && MAY_READ.contains(caller);
  }

  /** Who has another project of the account may delete this one, and nothing is left to walk. */
  private static boolean isTheEnd(Operation operation, String caller) {
    return operation.id().equals("projects.delete") && caller.equals("stranger");
  }

  private int right(RawHttp caller, Operation operation) {
    String body = BODIES.getOrDefault(operation.id(), "").replace('\'', '"');
    String query = QUERIES.getOrDefault(operation.id(), "");
    return send(caller, operation, path(operation) + (query.isEmpty() ? "" : "?" + query), body);
  }

  private int broken(RawHttp caller, Operation operation) {
    String query = operation.parameters().stream().map(name -> name + "=~").collect(joining("&"));
    String path = path(operation) + (query.isEmpty() ? "" : "?" + query);
    return send(caller, operation, path, operation.endpoint().hasBody() ? "{" : "");
  }

  private static int send(RawHttp caller, Operation operation, String path, String body) {
    return caller.send(operation.endpoint().method().name(), path, body).status();
  }

  private String path(Operation operation) {
    String id =
        switch (operation.endpoint().path().split("/")[1]) {
          case "tenants" -> "wayne";
          case "workspaces" -> "main";
          case "deployments" -> deployment.jobId().value();
          case "projects" -> project.id().value();
          default -> "999";
        };
    return operation
        .endpoint()
        .path()
        .replace("{id}", id)
        .replace("{name}", "main")
        .replace("{version}", "1.1")
        .replace("{ns}", project.id().value())
        .replace("{db}", user)
        .replaceAll("\\{[a-z_]+}", "999");
  }
}
