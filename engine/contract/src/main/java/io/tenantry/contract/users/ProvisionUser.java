package io.tenantry.contract.users;

import io.tenantry.contract.Check;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * A user's sign-in.
 *
 * @param subject the user
 * @param template blueprint whose schema a new database gets; empty for the blueprint {@code
 *     users}. It changes nothing for a database that exists
 * @param role what the token may do: write or read
 * @param expiresIn life of the token in seconds, 60–86400
 * @param ttlSec life of the database in seconds from now, at least 60; empty leaves it as it is,
 *     which is for ever for a new one
 */
public record ProvisionUser(
    Subject subject,
    Optional<WorkspaceName> template,
    Role role,
    int expiresIn,
    Optional<Integer> ttlSec) {
  /** Life of a token when none is asked for, in seconds. */
  public static final int DEFAULT_EXPIRES_IN = 3600;

  private static final int SHORTEST = 60;
  private static final int LONGEST = 86_400;

  /**
   * Checks role and lives.
   *
   * @throws EngineException BAD_REQUEST naming {@code role}, {@code expiresIn} or {@code ttlSec}
   */
  public ProvisionUser {
    if (role != Role.WRITE && role != Role.READ) {
      throw EngineException.badField("role", "role must be one of: write, read");
    }
    Check.range("expiresIn", expiresIn, SHORTEST, LONGEST);
    ttlSec.ifPresent(seconds -> Check.range("ttlSec", seconds, SHORTEST, Integer.MAX_VALUE));
  }

  /** A sign-in with the defaults: blueprint {@code users}, role write, an hour, no end. */
  public ProvisionUser(Subject subject) {
    this(subject, Optional.empty(), Role.WRITE, DEFAULT_EXPIRES_IN, Optional.empty());
  }

  /** Returns a copy with another template. */
  public ProvisionUser withTemplate(WorkspaceName other) {
    return new ProvisionUser(subject, Optional.of(other), role, expiresIn, ttlSec);
  }

  /** Returns a copy with another role. */
  public ProvisionUser withRole(Role other) {
    return new ProvisionUser(subject, template, other, expiresIn, ttlSec);
  }

  /** Returns a copy whose token lives so many seconds. */
  public ProvisionUser withExpiresIn(int seconds) {
    return new ProvisionUser(subject, template, role, seconds, ttlSec);
  }

  /** Returns a copy whose database lives so many seconds. */
  public ProvisionUser withTtlSec(int seconds) {
    return new ProvisionUser(subject, template, role, expiresIn, Optional.of(seconds));
  }
}
