package io.tenantry.core.projects;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.access.Tier;
import io.tenantry.core.apikeys.KeyIssuer;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes a project with its administrator key, inside a transaction of the caller. */
public final class ProjectCreation {
  /** Name of the key that every project is born with. */
  private static final String FIRST_KEY = "Default";

  private final Secrets secrets;
  private final ProjectPasswords passwords;
  private final KeyIssuer keys;
  private final Tier tier;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param tier the tier that new projects get
   */
  public ProjectCreation(Secrets secrets, KeyIssuer keys, Tier tier, Clock clock) {
    this.secrets = secrets;
    this.passwords = new ProjectPasswords(secrets);
    this.keys = keys;
    this.tier = tier;
    this.clock = clock;
  }

  /** Makes a project. */
  public ProjectSecrets create(Handle handle, long customerId, String name) {
    ProjectId id = freeId(handle);
    Secret password = secrets.newProxyPassword();
    ProjectRepository.Row row = new ProjectRepository.Row(id, customerId, name);
    ProjectRepository.Password stored =
        new ProjectRepository.Password(passwords.seal(password, id), Secrets.hash(password));
    ProjectRepository.insert(handle, row, stored, tier.code(), clock.millis());
    Secret apiKey = keys.issue(handle, id, FIRST_KEY, Role.ADMIN, Scope.PROJECT).apiKey();
    return new ProjectSecrets(id, name, apiKey, password);
  }

  /** Returns the secrets of a project that exists. */
  ProjectSecrets secretsOf(Handle handle, ProjectRepository.Row row) {
    return new ProjectSecrets(
        row.id(), row.name(), keys.adminKey(handle, row.id()), passwords.of(handle, row.id()));
  }

  private ProjectId freeId(Handle handle) {
    String id = secrets.newProjectId();
    while (ProjectRepository.exists(handle, id)) {
      id = secrets.newProjectId(); // with 32 random bits a clash is rare, but not impossible
    }
    return new ProjectId(id);
  }
}
