package io.tenantry.core.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Credential;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.Users;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ends of tokens and of databases. */
class UserExpiryTest {
  private static final Subject ADA = new Subject("ada");

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();

  private LocalEngine open() {
    return LocalEngine.open(EngineConfig.at(folder).withClock(clock));
  }

  private static Users owner(LocalEngine engine) {
    return engine.open(Credential.owner()).users();
  }

  private static Users as(LocalEngine engine, ProvisionedUser user) {
    return engine.open(new Credential.UserToken(user.token())).users();
  }

  @Test
  void aTokenEndsToTheSecond() {
    try (LocalEngine engine = open()) {
      ProvisionedUser user = owner(engine).provision(new ProvisionUser(ADA).withExpiresIn(60));

      clock.advance(Duration.ofSeconds(59));
      assertThat(as(engine, user).tables(user.database().slug())).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      assertThatThrownBy(() -> as(engine, user)).hasMessage("Token expired");
      assertThat(owner(engine).tokens()).isEmpty();
    }
  }

  @Test
  void aTokenEndsWithItsDatabase() {
    try (LocalEngine engine = open()) {
      ProvisionedUser user =
          owner(engine).provision(new ProvisionUser(ADA).withExpiresIn(3600).withTtlSec(60));

      assertThat(user.expiresAt()).isEqualTo(user.database().expiresAt().orElseThrow());
      clock.advance(Duration.ofSeconds(60));
      assertThatThrownBy(() -> as(engine, user)).hasMessage("Token expired");
    }
  }

  @Test
  void anExpiredDatabaseIsGoneForItsUserEvenBeforeItIsSwept() {
    try (LocalEngine engine = open()) {
      ProvisionedUser old = owner(engine).provision(new ProvisionUser(ADA).withTtlSec(60));
      clock.advance(Duration.ofMinutes(2));

      assertThatThrownBy(() -> owner(engine).find(ADA)).hasMessage("User has no database");
      ProvisionedUser fresh = owner(engine).provision(new ProvisionUser(ADA));
      assertThat(fresh.created()).isTrue();
      assertThat(fresh.database().id()).isNotEqualTo(old.database().id());
    }
  }

  @Test
  void openingTheEngineSweepsWhatIsOver() {
    ProvisionedUser user;
    try (LocalEngine engine = open()) {
      user = owner(engine).provision(new ProvisionUser(ADA).withTtlSec(60));
      owner(engine).provision(new ProvisionUser(new Subject("bob")));
    }
    clock.advance(Duration.ofMinutes(2));
    try (LocalEngine engine = open()) {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (owner(engine).databases().size() > 1 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(owner(engine).databases())
          .extracting(database -> database.slug())
          .hasSize(1)
          .doesNotContain(user.database().slug());
    }
  }

  @Test
  void aLaterSignInMayGiveTheDatabaseMoreTime() {
    try (LocalEngine engine = open()) {
      ProvisionedUser user = owner(engine).provision(new ProvisionUser(ADA).withTtlSec(60));
      owner(engine).provision(new ProvisionUser(ADA).withTtlSec(600));
      clock.advance(Duration.ofSeconds(90));

      assertThat(owner(engine).provision(new ProvisionUser(ADA)).created()).isFalse();
      assertThat(owner(engine).find(ADA).id()).isEqualTo(user.database().id());
    }
  }
}
