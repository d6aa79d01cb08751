package io.tenantry.core.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner of a data folder in which a server has accounts. */
class OwnerProjectsTest {
  @TempDir private Path folder;
  private LocalEngine engine;
  private ProjectId adas;
  private Secret adasKey;

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder));
    SignedUp ada =
        engine
            .accounts()
            .signup(new Signup("ada@example.com", new Secret("correct horse"), "Shop"));
    adas = ada.projectId();
    adasKey = ada.apiKey();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void ownerListsTheProjectsOfAllAccounts() {
    assertThat(owner().projects().list())
        .extracting(ProjectSummary::name, ProjectSummary::account)
        .containsExactly(
            tuple("My Project", Optional.empty()), tuple("Shop", Optional.of("ada@example.com")));
  }

  @Test
  void keyOfAnAccountListsItsOwnOnly() {
    assertThat(engine.open(new Credential.ApiKey(adasKey)).projects().list())
        .extracting(ProjectSummary::name, ProjectSummary::account)
        .containsExactly(tuple("Shop", Optional.empty()));
  }

  @Test
  void ownerWorksInAProjectOfAnAccount() {
    Project shop = engine.open(Credential.owner(adas));
    assertThat(shop.whoami().projectName()).isEqualTo("Shop");
    assertThat(shop.whoami().email()).isEmpty();
    assertThat(shop.apiKeys().list()).isNotEmpty();
    assertThat(owner().projects().switchTo(adas.value()).apiKey()).isEqualTo(adasKey);
  }

  @Test
  void whatTheOwnerCreatesBelongsToTheOwner() {
    Project shop = engine.open(Credential.owner(adas));
    ProjectId made = shop.projects().create(new CreateProject("Shop")).projectId();
    assertThat(owner().projects().list())
        .filteredOn(project -> project.projectId().equals(made))
        .extracting(ProjectSummary::account)
        .containsExactly(Optional.empty());
    assertThat(engine.open(new Credential.ApiKey(adasKey)).projects().list()).hasSize(1);
  }

  @Test
  void ownerRenamesAndDeletesProjectsOfAccountsButNeverAnAccountsLast() {
    Project ada = engine.open(new Credential.ApiKey(adasKey));
    ProjectId second = ada.projects().create(new CreateProject("Second")).projectId();
    owner().projects().rename(second.value(), new CreateProject("Renamed"));
    assertThat(ada.projects().list()).extracting(ProjectSummary::name).contains("Renamed");
    owner().projects().delete(second.value());
    assertThat(refusal(() -> engine.open(Credential.owner(second))).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal(() -> owner().projects().delete(adas.value())).code())
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  private Project owner() {
    return engine.open(Credential.owner());
  }

  private static EngineException refusal(Runnable call) {
    return catchThrowableOfType(EngineException.class, call::run);
  }
}
