package io.tenantry.core.apikeys;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Secrets;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes API keys inside a transaction of the caller, and opens the ones that were kept. */
public final class KeyIssuer {
  private static final String INSERT =
      """
      INSERT INTO api_key (project_id, name, role, scope_type, scope_values, key_hash, key_sealed,
                           proxy_password_hash, created_at)
      VALUES (:project, :name, :role, :scopeType, :scopeValues, :hash, :sealed, :password, :now)
      """;

  private static final String ADMIN_KEY =
      """
      SELECT key_sealed FROM api_key
      WHERE project_id = :project AND role = 'admin' AND scope_type = 'project'
      ORDER BY id LIMIT 1
      """;

  private final Secrets secrets;
  private final Clock clock;

  /** Creates an issuer. */
  public KeyIssuer(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Both secrets of a new key.
   *
   * @param apiKey for HTTP
   * @param proxyPassword for database connections
   */
  public record Issued(Secret apiKey, Secret proxyPassword) {}

  /** Makes a key. */
  public Issued issue(Handle handle, ProjectId project, String name, Role role, Scope scope) {
    Issued issued = new Issued(secrets.newApiKey(), secrets.newProxyPassword());
    handle
        .createUpdate(INSERT)
        .bind("project", project.value())
        .bind("name", name)
        .bind("role", role.code())
        .bind("scopeType", scope.type().code())
        .bind("scopeValues", scope.storedValues())
        .bind("hash", Secrets.hash(issued.apiKey()))
        .bind("sealed", secrets.seal(issued.apiKey(), owner(project)))
        .bind("password", Secrets.hash(issued.proxyPassword()))
        .bind("now", clock.millis())
        .execute();
    return issued;
  }

  /** Returns the oldest key that administers the whole project; every project has one. */
  public Secret adminKey(Handle handle, ProjectId project) {
    byte[] sealed =
        handle
            .createQuery(ADMIN_KEY)
            .bind("project", project.value())
            .mapTo(byte[].class)
            .findOne()
            .orElseThrow(() -> new IllegalStateException("no administrator key in " + project));
    return unseal(sealed, project);
  }

  /** Opens a kept key. */
  Secret unseal(byte[] sealed, ProjectId project) {
    return secrets.open(sealed, owner(project));
  }

  private static String owner(ProjectId project) {
    return "project:" + project + ":api_key";
  }
}
