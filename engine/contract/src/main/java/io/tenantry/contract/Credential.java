package io.tenantry.contract;

import io.tenantry.contract.projects.ProjectId;
import java.util.Optional;

/** What a caller shows to open a project. Its text form never shows the secret. */
public sealed interface Credential {

  /**
   * An API key; it carries its project, role and scope.
   *
   * @param secret {@code tdb_sk_} and 64 hexadecimal digits
   */
  record ApiKey(Secret secret) implements Credential {}

  /**
   * A session from a login; it acts as the account's administrator.
   *
   * @param token {@code tdb_sess_…}
   * @param project which project; empty for the account's oldest one
   */
  record Session(Secret token, Optional<ProjectId> project) implements Credential {}

  /**
   * A token of a user; it opens that user's database and nothing else.
   *
   * @param secret {@code psql_live_} and 64 hexadecimal digits
   */
  record UserToken(Secret secret) implements Credential {
    /** How every token begins. */
    public static final String PREFIX = "psql_";
  }

  /**
   * The owner of the data folder, who is administrator of every project in it, whichever account it
   * belongs to; accepted by the engine in the same process only.
   *
   * @param project which project; empty for the owner's own oldest one
   */
  record Owner(Optional<ProjectId> project) implements Credential {}

  /** Returns an API key credential. */
  static Credential apiKey(String secret) {
    return new ApiKey(new Secret(secret));
  }

  /** Returns the owner credential on the owner's own oldest project. */
  static Credential owner() {
    return new Owner(Optional.empty());
  }

  /** Returns the owner credential on a project of the data folder. */
  static Credential owner(ProjectId project) {
    return new Owner(Optional.of(project));
  }
}
