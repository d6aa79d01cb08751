package io.tenantry.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.ProjectAccess;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.Whoami;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final Secret PASSWORD = new Secret("correct horse");
  private static final Signup ADA = new Signup("Ada@Example.com", PASSWORD, "Engines");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @Test
  void aNewAccountWorksWithItsKeyAndItsSession() {
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      SignedUp signedUp = engine.accounts().signup(ADA);
      LoggedIn login = engine.accounts().login(new Login("ada@example.COM", PASSWORD));

      Whoami expected =
          new Whoami(
              Optional.of("ada@example.com"),
              signedUp.projectId(),
              "Engines",
              Role.ADMIN,
              ScopeType.PROJECT,
              List.of());
      assertThat(login.sessionToken().value()).matches("tdb_sess_[0-9a-f]{64}");
      assertThat(login.projects())
          .isEqualTo(
              List.of(new ProjectAccess(signedUp.projectId(), "Engines", signedUp.apiKey())));
      assertThat(engine.open(new Credential.ApiKey(signedUp.apiKey())).whoami())
          .isEqualTo(expected);
      assertThat(engine.open(session(login)).whoami()).isEqualTo(expected);
    }
  }

  @Test
  void byDefaultOnlyTheFirstMaySignUp() {
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      engine.accounts().signup(ADA);
      assertFails(
          engine,
          new Signup("bob@example.com", PASSWORD, "P"),
          ErrorCode.FORBIDDEN,
          "Sign-up is closed: this engine has its first account");
      assertFails(engine, ADA, ErrorCode.CONFLICT, "Email already registered");
    }
  }

  @Test
  void aClosedEngineTakesNobody() {
    try (LocalEngine engine = open(SignupMode.CLOSED)) {
      assertFails(engine, ADA, ErrorCode.FORBIDDEN, "Sign-up is closed on this engine");
    }
  }

  @Test
  void anOpenEngineTakesEveryEmailOnce() {
    try (LocalEngine engine = open(SignupMode.OPEN)) {
      engine.accounts().signup(ADA);
      engine.accounts().signup(new Signup("bob@example.com", PASSWORD, "Engines"));
      assertFails(engine, ADA, ErrorCode.CONFLICT, "Email already registered");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailLookTheSame() {
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      engine.accounts().signup(ADA);
      for (Login login :
          List.of(
              new Login("ada@example.com", new Secret("wrong horse")),
              new Login("eve@example.com", PASSWORD))) {
        EngineException failure =
            catchThrowableOfType(EngineException.class, () -> engine.accounts().login(login));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(failure).hasMessage("Invalid email or password");
      }
    }
  }

  @Test
  void logoutEndsTheSessionAndMayBeRepeated() {
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      engine.accounts().signup(ADA);
      LoggedIn login = engine.accounts().login(new Login("ada@example.com", PASSWORD));
      engine.accounts().logout(login.sessionToken());
      engine.accounts().logout(login.sessionToken());

      assertThatThrownBy(() -> engine.open(session(login)))
          .hasMessage("Invalid session")
          .extracting("code")
          .isEqualTo(ErrorCode.UNAUTHORIZED);
    }
  }

  @Test
  void aSessionLivesThirtyDaysFromItsLastUse() {
    LoggedIn login;
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      engine.accounts().signup(ADA);
      login = engine.accounts().login(new Login("ada@example.com", PASSWORD));
      clock.advance(Duration.ofDays(29));
      engine.open(session(login));
    } // closing waits for the time of last use to be written
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      clock.advance(Duration.ofDays(29));
      engine.open(session(login));
      clock.advance(Duration.ofDays(1));
    }
    try (LocalEngine engine = open(SignupMode.FIRST)) {
      clock.advance(Duration.ofDays(30));
      assertThatThrownBy(() -> engine.open(session(login))).hasMessage("Invalid session");
    }
  }

  @Test
  void aSessionPicksAProjectOfItsAccountOnly() {
    try (LocalEngine engine = open(SignupMode.OPEN)) {
      engine.accounts().signup(ADA);
      SignedUp bob = engine.accounts().signup(new Signup("bob@example.com", PASSWORD, "Bob's"));
      LoggedIn login = engine.accounts().login(new Login("ada@example.com", PASSWORD));

      for (ProjectId foreign : List.of(bob.projectId(), new ProjectId("tdb_00000000"))) {
        assertThatThrownBy(
                () ->
                    engine.open(new Credential.Session(login.sessionToken(), Optional.of(foreign))))
            .hasMessage("No access to project '" + foreign + "'")
            .extracting("code")
            .isEqualTo(ErrorCode.FORBIDDEN);
      }
    }
  }

  private static void assertFails(
      LocalEngine engine, Signup signup, ErrorCode code, String message) {
    EngineException failure =
        catchThrowableOfType(EngineException.class, () -> engine.accounts().signup(signup));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessage(message);
  }

  private static Credential session(LoggedIn login) {
    return new Credential.Session(login.sessionToken(), Optional.empty());
  }

  private LocalEngine open(SignupMode mode) {
    return LocalEngine.open(EngineConfig.at(folder).withSignupMode(mode).withClock(clock));
  }
}
