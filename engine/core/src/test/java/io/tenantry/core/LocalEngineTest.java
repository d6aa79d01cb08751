package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.Whoami;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {
  @TempDir Path parent;

  @Test
  void saysWhatItIs() {
    try (LocalEngine engine = open()) {
      EngineInfo info = engine.info();
      assertThat(info.service()).isEqualTo("Tenantry");
      assertThat(info.version()).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(info.regions())
          .extracting(Region::zone)
          .containsExactly("eu-central", "ap-southeast", "us-east", "us-west");
      assertThat(info.regions()).filteredOn(Region::isDefault).hasSize(1);
    }
  }

  @Test
  void theOwnerFindsTheSameProjectAfterReopening() {
    Whoami first;
    Secret key;
    try (LocalEngine engine = open()) {
      first = engine.open(Credential.owner()).whoami();
      key = engine.ownerKey();
    }
    try (LocalEngine engine = open()) {
      assertThat(engine.open(Credential.owner()).whoami()).isEqualTo(first);
      assertThat(engine.open(new Credential.ApiKey(key)).whoami()).isEqualTo(first);
      assertThat(engine.ownerKey()).isEqualTo(key);
    }
    assertThat(first.email()).isEmpty();
    assertThat(first.projectName()).isEqualTo("My Project");
  }

  @Test
  void aSecondEngineOnTheFolderIsRefusedWithTheAddressOfTheFirst() {
    try (LocalEngine engine = open()) {
      engine.publishAt(URI.create("http://127.0.0.1:7411"));
      EngineException failure = catchThrowableOfType(EngineException.class, this::open);
      assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(failure.detail("url")).contains("http://127.0.0.1:7411");
    }
    open().close();
  }

  @Test
  void aFailedOpeningLetsGoOfTheFolder() throws IOException {
    open().close();
    Path key = parent.resolve("data/secret.key");
    Path aside = Files.move(key, parent.resolve("aside"));

    EngineException failure = catchThrowableOfType(EngineException.class, this::open);
    assertThat(failure.detail("reason")).contains("key_missing");
    assertThat(key).doesNotExist();

    Files.move(aside, key);
    open().close();
  }

  @Test
  void theCatalogOfAnotherProgramIsRefusedAndNothingIsPutBesideIt() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("data"));
    Path catalog = Files.writeString(folder.resolve("catalog.db"), "my notes, not a database");

    EngineException failure = catchThrowableOfType(EngineException.class, this::open);

    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(failure.detail("reason")).contains("not_a_database");
    assertThat(catalog).hasContent("my notes, not a database");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(catalog);
    }
  }

  @Test
  void closingTwiceIsNoError() {
    LocalEngine engine = open();
    engine.close();
    engine.close();
  }

  @Test
  void unknownCredentialsAreRefused() {
    try (LocalEngine engine = open()) {
      EngineException failure =
          catchThrowableOfType(
              EngineException.class, () -> engine.open(Credential.apiKey("tdb_sk_nope")));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
      assertThat(failure).hasMessage("Invalid API key");
    }
  }

  @Test
  void noSecretLiesInTheFolderInPlainText() throws IOException {
    Secret password = new Secret("correct horse battery");
    List<Secret> secrets;
    try (LocalEngine engine = open()) {
      SignedUp signedUp = engine.accounts().signup(new Signup("a@b", password, "P"));
      LoggedIn login = engine.accounts().login(new Login("a@b", password));
      Project project = engine.open(new Credential.Session(login.sessionToken(), Optional.empty()));
      CreatedApiKey key =
          project.apiKeys().create(new CreateApiKey("K", Role.READ, ScopeType.PROJECT, List.of()));
      ProjectSecrets own = project.projects().switchTo("P");
      secrets =
          List.of(
              password,
              signedUp.apiKey(),
              login.sessionToken(),
              key.apiKey(),
              key.proxyPassword(),
              own.proxyPassword(),
              engine.ownerKey());
      assertNoneIn(List.of(signedUp.toString(), login.toString(), key.toString()), secrets);
      assertNoneIn(List.of(content(parent.resolve("data/catalog.db-wal"))), secrets);
    }
    assertNoneIn(contents(), secrets);
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.walk(parent.resolve("data"))) {
      return files.filter(Files::isRegularFile).map(LocalEngineTest::content).toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNoneIn(List<String> texts, List<Secret> secrets) {
    assertThat(texts)
        .isNotEmpty()
        .allSatisfy(
            text ->
                assertThat(secrets)
                    .allSatisfy(secret -> assertThat(text).doesNotContain(secret.value())));
  }

  private LocalEngine open() {
    return LocalEngine.open(EngineConfig.at(parent.resolve("data")));
  }
}
