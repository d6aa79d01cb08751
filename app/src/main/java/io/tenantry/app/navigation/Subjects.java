package io.tenantry.app.navigation;

import java.time.Instant;
import java.util.Optional;

/** How screens write the subject of a {@link Place} that another screen reads. Any thread. */
public final class Subjects {
  private static final String PART = "/";

  private static final String MOMENT = "@";

  private static final String NEW = "new" + PART;

  private Subjects() {}

  /** Opens {@link Route#WORKSPACE} with one of its tables looked at. */
  public static String table(String workspace, String table) {
    return workspace + PART + table;
  }

  /** Opens {@link Route#BLUEPRINT} with one of its versions looked at. */
  public static String version(String blueprint, String version) {
    return blueprint + PART + version;
  }

  /** Returns the name of a workspace or blueprint, without the part that is looked at. */
  public static String nameIn(String subject) {
    int end = subject.indexOf(PART);
    return end < 0 ? subject : subject.substring(0, end);
  }

  /** Returns the part of a workspace or blueprint that is to be looked at. */
  public static Optional<String> partIn(String subject) {
    int end = subject.indexOf(PART);
    return end < 0 ? Optional.empty() : Optional.of(subject.substring(end + 1));
  }

  /** Opens {@link Route#DEPLOYMENTS} with the sheet for a new deployment of a blueprint. */
  public static String newDeployment(String blueprint) {
    return blueprint;
  }

  /** Opens {@link Route#TENANTS} with the sheet that creates tenants of a blueprint. */
  public static String newTenants(String blueprint) {
    return NEW + blueprint;
  }

  /** Returns of which blueprint tenants are to be created, if that is what is wanted. */
  public static Optional<String> newTenantsIn(String subject) {
    return subject.startsWith(NEW)
        ? Optional.of(subject.substring(NEW.length()))
        : Optional.empty();
  }

  /** Opens {@link Route#QUERY} with one tenant's database as it was at a moment. */
  public static String past(String tenant, String blueprint, Instant moment) {
    return tenant + PART + blueprint + MOMENT + moment;
  }

  /** Returns the moment of the past that a query is to be asked of. */
  public static Optional<Instant> momentIn(String subject) {
    int at = subject.indexOf(MOMENT);
    return at < 0 ? Optional.empty() : Optional.of(Instant.parse(subject.substring(at + 1)));
  }

  /** Returns the subject of a query without the moment of the past. */
  public static String withoutMoment(String subject) {
    int at = subject.indexOf(MOMENT);
    return at < 0 ? subject : subject.substring(0, at);
  }

  /** Opens {@link Route#TENANTS} with the tenants of a blueprint, as its query bar writes it. */
  public static String tenantsOf(String blueprint) {
    return "blueprint:" + blueprint;
  }

  /** Opens {@link Route#TENANTS} with the tenants on one version of a blueprint. */
  public static String tenantsOn(String blueprint, String version) {
    return "blueprint:" + blueprint + " version:" + version;
  }
}
