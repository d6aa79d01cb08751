package io.tenantry.core.accounts;

import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Accounts;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.Login;
import io.tenantry.contract.accounts.ProjectAccess;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.accounts.AccountRepository.Account;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.projects.ProjectCreation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sign-up, login and logout. Any thread. */
public final class AccountService implements Accounts {
  /**
   * Hash of a password nobody knows: checking it makes an unknown e-mail take as long as a known.
   */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$A93rB0Ku2JNkOtYHF2na0A"
          + "$v7/SqDcfyNN6cnkEPGqbEtrtgC1H1YdP+d1fALKhtNs";

  private final Catalog catalog;
  private final Secrets secrets;
  private final KeyIssuer keys;
  private final ProjectCreation projects;
  private final SignupMode mode;
  private final Clock clock;
  private final Passwords passwords = new Passwords();

  /** Creates the service. */
  public AccountService(
      Catalog catalog,
      Secrets secrets,
      KeyIssuer keys,
      ProjectCreation projects,
      SignupMode mode,
      Clock clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.keys = keys;
    this.projects = projects;
    this.mode = mode;
    this.clock = clock;
  }

  /** Makes the owner of the data folder with a first project, unless there is one. */
  public void createOwner() {
    boolean exists = catalog.read(handle -> AccountRepository.owner(handle).isPresent());
    if (exists) {
      return;
    }
    catalog.execute(
        handle -> {
          long owner = AccountRepository.insertOwner(handle, clock.millis());
          projects.create(handle, owner, Signup.DEFAULT_PROJECT_NAME);
        });
  }

  /** Returns the administrator key of the owner's oldest project. */
  public Secret ownerKey() {
    return catalog.read(
        handle -> {
          long owner = AccountRepository.owner(handle).orElseThrow();
          return AccountRepository.projects(handle, owner, keys).getFirst().apiKey();
        });
  }

  @Override
  public SignedUp signup(Signup request) {
    String email = normalised(request.email());
    catalog.read(
        handle -> {
          requireAllowed(handle, email);
          return email;
        });
    String hash = passwords.hash(request.password());
    ProjectSecrets project =
        catalog.write(
            handle -> {
              requireAllowed(handle, email);
              long customer = AccountRepository.insert(handle, email, hash, clock.millis());
              return projects.create(handle, customer, request.projectName());
            });
    return new SignedUp(project.apiKey(), project.projectId());
  }

  @Override
  public LoggedIn login(Login request) {
    Optional<Account> account =
        catalog.read(handle -> AccountRepository.find(handle, normalised(request.email())));
    boolean matches =
        passwords.matches(request.password(), account.map(Account::passwordHash).orElse(NOBODY));
    long customer =
        account
            .filter(known -> matches)
            .map(Account::id)
            .orElseThrow(() -> EngineException.unauthorized("Invalid email or password"));
    Secret token = secrets.newSessionToken();
    List<ProjectAccess> reachable = catalog.write(handle -> start(handle, customer, token));
    return new LoggedIn(token, reachable);
  }

  @Override
  public void logout(Secret sessionToken) {
    byte[] hash = Secrets.hash(sessionToken);
    catalog.execute(handle -> AccountRepository.deleteSession(handle, hash));
  }

  private List<ProjectAccess> start(Handle handle, long customer, Secret token) {
    long now = clock.millis();
    AccountRepository.deleteIdleSessions(handle, now - Authenticator.SESSION_IDLE.toMillis());
    AccountRepository.insertSession(handle, Secrets.hash(token), customer, now);
    return AccountRepository.projects(handle, customer, keys);
  }

  private void requireAllowed(Handle handle, String email) {
    if (mode == SignupMode.CLOSED) {
      throw EngineException.forbidden("Sign-up is closed on this engine");
    }
    if (AccountRepository.find(handle, email).isPresent()) {
      throw EngineException.conflict(ConflictKind.EXISTS, "Email already registered");
    }
    if (mode == SignupMode.FIRST && AccountRepository.any(handle)) {
      throw EngineException.forbidden("Sign-up is closed: this engine has its first account");
    }
  }

  private static String normalised(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
