package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.ProjectAccess;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sign-up, login and sessions must do. */
public abstract class AccountsContract extends ContractSuite {
  private static final Secret PASSWORD = new Secret("correct horse");
  private int accounts;

  @Test
  void signupMakesAProjectWithAnAdministratorKey() {
    String email = email();

    SignedUp made = signup(email);

    assertThat(made.apiKey().value()).matches("tdb_sk_[0-9a-f]{64}");
    Project project = fixture().as(made.apiKey());
    assertThat(project.whoami().email()).contains(email);
    assertThat(project.whoami().projectId()).isEqualTo(made.projectId());
    assertThat(project.whoami().projectName()).isEqualTo("My Project");
    assertThat(project.projects().list())
        .extracting(ProjectSummary::projectId)
        .containsExactly(made.projectId());
  }

  @Test
  void anAddressIsTakenOnceInAnyCase() {
    String email = email();
    signup(email);

    assertRefused(
        ErrorCode.CONFLICT,
        "Email already registered",
        () -> signup(email.toUpperCase(Locale.ROOT)));
  }

  @Test
  void withRuleFirstOnlyTheFirstAccountIsMade(@TempDir Path folder) {
    try (EngineFixture first = open(folder.resolve("data"), SignupRule.FIRST)) {
      first.engine().accounts().signup(new Signup("a@example.com", PASSWORD, "One"));

      assertRefused(
          ErrorCode.FORBIDDEN,
          () -> first.engine().accounts().signup(new Signup("b@example.com", PASSWORD, "Two")));
      assertThat(first.engine().accounts().login(new Login("a@example.com", PASSWORD)).projects())
          .extracting(ProjectAccess::name)
          .containsExactly("One");
    }
  }

  @Test
  void withRuleClosedNobodySignsUp(@TempDir Path folder) {
    try (EngineFixture closed = open(folder.resolve("data"), SignupRule.CLOSED)) {
      assertRefused(
          ErrorCode.FORBIDDEN,
          () -> closed.engine().accounts().signup(new Signup("a@example.com", PASSWORD, "One")));
    }
  }

  @Test
  void loginGivesASessionAndTheProjects() {
    String email = email();
    SignedUp made = signup(email);

    LoggedIn session = login(email);

    assertThat(session.sessionToken().value()).startsWith("tdb_sess_");
    assertThat(session.projects())
        .containsExactly(new ProjectAccess(made.projectId(), "My Project", made.apiKey()));
    assertThat(session(session, Optional.empty()).whoami().email()).contains(email);
  }

  @Test
  void aSessionPicksAProjectOfItsAccountOnly() {
    String email = email();
    signup(email);
    LoggedIn session = login(email);
    ProjectId second =
        session(session, Optional.empty())
            .projects()
            .create(new CreateProject("Second"))
            .projectId();
    ProjectId foreign = signup(email()).projectId();

    assertThat(session(session, Optional.of(second)).whoami().projectId()).isEqualTo(second);
    assertRefused(ErrorCode.FORBIDDEN, () -> session(session, Optional.of(foreign)));
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreNotTold() {
    String email = email();
    signup(email);

    assertRefused(
        ErrorCode.UNAUTHORIZED,
        "Invalid email or password",
        () -> engineLogin(email, "wrong password"));
    assertRefused(
        ErrorCode.UNAUTHORIZED,
        "Invalid email or password",
        () -> engineLogin("nobody@example.com", "correct horse"));
  }

  @Test
  void logoutEndsTheSessionAndMayBeRepeated() {
    String email = email();
    signup(email);
    LoggedIn session = login(email);

    fixture().engine().accounts().logout(session.sessionToken());
    fixture().engine().accounts().logout(session.sessionToken());

    assertRefused(ErrorCode.UNAUTHORIZED, () -> session(session, Optional.empty()));
  }

  @Test
  void anUnknownKeyOpensNothing() {
    assertRefused(
        ErrorCode.UNAUTHORIZED,
        "Invalid API key",
        () -> fixture().as(new Secret("tdb_sk_" + "0".repeat(64))));
    assertRefused(
        ErrorCode.UNAUTHORIZED, "Invalid API key", () -> fixture().as(new Secret("nonsense")));
  }

  private String email() {
    return "person" + ++accounts + "@example.com";
  }

  private SignedUp signup(String email) {
    return fixture()
        .engine()
        .accounts()
        .signup(new Signup(email, PASSWORD, Signup.DEFAULT_PROJECT_NAME));
  }

  private LoggedIn login(String email) {
    return fixture().engine().accounts().login(new Login(email, PASSWORD));
  }

  private void engineLogin(String email, String password) {
    fixture().engine().accounts().login(new Login(email, new Secret(password)));
  }

  private Project session(LoggedIn session, Optional<ProjectId> project) {
    return fixture().engine().open(new Credential.Session(session.sessionToken(), project));
  }
}
