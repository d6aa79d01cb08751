package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import org.junit.jupiter.api.Test;

/** A tenant's password is replaced: what opens its databases afterwards, and what does not. */
public abstract class TenantPasswordsContract extends SessionSuite {
  @Test
  void theNewPasswordOpensItsDatabasesAndTheOldOneNothing() {
    TestProject project = project();
    notes(project);
    Secret before = password(project, WAYNE);
    Secret other = password(project, GLOBEX);

    Tenant rotated = project.admin().tenants().rotatePassword(WAYNE);

    Secret after = password(project, WAYNE);
    assertThat(after).isNotEqualTo(before);
    assertThat(after.value()).matches("tdb_[0-9a-f]{16}");
    assertThat(rotated).isEqualTo(project.admin().tenants().get(WAYNE));
    session("main__wayne", after).close();
    assertRefused(
        ErrorCode.UNAUTHORIZED, "Invalid database password", () -> session("main__wayne", before));
    assertThat(password(project, GLOBEX)).isEqualTo(other);
    session("main__globex", other).close();
  }

  @Test
  void anOpenSessionEndsWithThePasswordItWasOpenedWith() {
    TestProject project = project();
    notes(project);
    try (DatabaseSession session = session(project, WAYNE)) {
      run(session, "INSERT INTO note (text) VALUES ('a')");

      project.admin().tenants().rotatePassword(WAYNE);

      assertRefused(ErrorCode.UNAUTHORIZED, () -> count(session));
    }
    try (DatabaseSession session = session(project, WAYNE)) {
      assertThat(count(session)).isEqualTo(1);
    }
  }

  @Test
  void aKeysPasswordGoesOn() {
    TestProject project = project();
    notes(project);
    Secret key = keyPassword(project, Role.WRITE, ScopeType.TENANT, "wayne");

    project.admin().tenants().rotatePassword(WAYNE);

    session("main__wayne", key).close();
  }

  @Test
  void aSuspendedTenantGetsANewOneBeforeItIsResumed() {
    TestProject project = project();
    notes(project);
    Secret before = password(project, WAYNE);
    project.admin().tenants().suspend(WAYNE);

    Tenant rotated = project.admin().tenants().rotatePassword(WAYNE);

    assertThat(rotated.status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(rotated.databases()).allMatch(database -> database.connection().isEmpty());
    project.admin().tenants().resume(WAYNE);
    assertThat(password(project, WAYNE)).isNotEqualTo(before);
  }

  @Test
  void onlyAnAdministratorOfTheProjectRotatesIt() {
    TestProject project = project();
    notes(project);
    Secret before = password(project, WAYNE);

    for (Role role : new Role[] {Role.READ, Role.WRITE}) {
      assertRefused(
          ErrorCode.ROLE_REQUIRED,
          () -> project.as(role, ScopeType.PROJECT).tenants().rotatePassword(WAYNE));
    }
    for (String tenant : new String[] {"globex", "wayne"}) {
      assertRefused(
          ErrorCode.SCOPE_DENIED,
          () -> project.as(Role.ADMIN, ScopeType.TENANT, tenant).tenants().rotatePassword(WAYNE));
    }
    assertThat(password(project, WAYNE)).isEqualTo(before);
  }

  @Test
  void oneInTheTrashKeepsItsPassword() {
    TestProject project = project();
    notes(project);
    Secret before = password(project, WAYNE);
    project.admin().tenants().delete(WAYNE, false);

    assertThat(refusal(() -> project.admin().tenants().rotatePassword(WAYNE)).conflictKind())
        .contains(ConflictKind.STATE);
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> project.admin().tenants().rotatePassword(new TenantId("nobody")));

    project.admin().tenants().restore(WAYNE);
    assertThat(password(project, WAYNE)).isEqualTo(before);
  }
}
