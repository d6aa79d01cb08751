package io.tenantry.core.databases;

import io.tenantry.core.sqlite.Profile;
import java.nio.file.Path;

/**
 * A database as its users address it.
 *
 * @param path the file; made absolute
 * @param profile for whom its pooled connections work
 * @param maxUsers how many may use it or wait for it at one time; more are refused
 */
public record DatabaseFile(Path path, Profile profile, int maxUsers) {
  private static final int DEFAULT_MAX_USERS = 100;

  /** Makes the path absolute, so that one file has one name. */
  public DatabaseFile {
    path = path.toAbsolutePath().normalize();
    if (maxUsers < 1) {
      throw new IllegalArgumentException("maxUsers: " + maxUsers);
    }
  }

  /** A tenant's database with the default limit of users. */
  public static DatabaseFile tenant(Path path) {
    return new DatabaseFile(path, Profile.TENANT, DEFAULT_MAX_USERS);
  }

  /** A workspace's database with the default limit of users. */
  public static DatabaseFile workspace(Path path) {
    return new DatabaseFile(path, Profile.WORKSPACE, DEFAULT_MAX_USERS);
  }
}
