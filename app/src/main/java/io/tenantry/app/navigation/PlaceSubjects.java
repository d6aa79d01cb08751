package io.tenantry.app.navigation;

import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How screens write the subject of a {@link Place} that another screen reads. Any thread. */
public final class PlaceSubjects {
  private static final String PART = "/";

  private static final String MOMENT = "@";

  private static final String NEW = "new" + PART;

  private PlaceSubjects() {}

  /** Opens {@link ScreenRoute#WORKSPACE} with one of its tables looked at. */
  public static String table(String workspace, String table) {
    return workspace + PART + table;
  }

  /** Opens {@link ScreenRoute#BLUEPRINT} with one of its versions looked at. */
  public static String version(String blueprint, String version) {
    return blueprint + PART + version;
  }

  /** Opens {@link ScreenRoute#TENANT} with one of its tabs, by that tab's name. */
  public static String tab(String tenant, String tab) {
    return tenant + PART + tab;
  }

  /** Returns the name of what a place is about, without the part that is looked at. */
  public static String nameIn(String subject) {
    int end = subject.indexOf(PART);
    return end < 0 ? subject : subject.substring(0, end);
  }

  /** Returns the part that is to be looked at: a table, a version, a tab. */
  public static Optional<String> partIn(String subject) {
    int end = subject.indexOf(PART);
    return end < 0 ? Optional.empty() : Optional.of(subject.substring(end + 1));
  }

  /** Opens {@link ScreenRoute#DEPLOYMENTS} with the sheet for a new deployment of a blueprint. */
  public static String newDeployment(String blueprint) {
    return blueprint;
  }

  /** Opens {@link ScreenRoute#TENANTS} with the sheet that creates tenants of a blueprint. */
  public static String newTenants(String blueprint) {
    return NEW + blueprint;
  }

  /** Returns of which blueprint tenants are to be created, if that is what is wanted. */
  public static Optional<String> newTenantsIn(String subject) {
    return subject.startsWith(NEW)
        ? Optional.of(subject.substring(NEW.length()))
        : Optional.empty();
  }

  /** Opens {@link ScreenRoute#QUERY} with one tenant's database as it was at a moment. */
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

  /** Opens {@link ScreenRoute#TENANTS} with the tenants of a blueprint, as its query bar writes it. */
  public static String tenantsOf(String blueprint) {
    return "blueprint:" + blueprint;
  }

  /** Opens {@link ScreenRoute#TENANTS} with the tenants of a blueprint that are on an older version. */
  public static String tenantsBehind(String blueprint) {
    return tenantsOf(blueprint) + " " + tenantsWith(TenantConcern.BEHIND);
  }

  /** Opens {@link ScreenRoute#TENANTS} with the tenants of a blueprint on versions before one. */
  public static String tenantsBefore(String blueprint, String version) {
    return tenantsOf(blueprint) + " version<" + version;
  }

  /** Opens {@link ScreenRoute#TENANTS} with the tenants in a status. */
  public static String tenantsIn(TenantStatus status) {
    return "state:" + status.code();
  }

  /** Opens {@link ScreenRoute#TENANTS} with the tenants that ask for a look. */
  public static String tenantsWith(TenantConcern concern) {
    return "is:" + concern.code();
  }

  /** Opens {@link ScreenRoute#BACKUPS} with the tenants that stand so. */
  public static String coverage(BackupCoverage.State state) {
    return "state:" + state.code();
  }

  /**
   * Opens {@link ScreenRoute#LOGS} with what ended in a time.
   *
   * @param zone where the user lives
   */
  public static String logBetween(Instant from, Instant until, ZoneId zone) {
    return "from:" + local(from, zone) + " until:" + local(until, zone);
  }

  /** Returns the log's subject with what failed only. */
  public static String errorsIn(String log) {
    return "type:error " + log;
  }

  /** Returns the log's subject with one tenant only. */
  public static String logOf(String tenant, String log) {
    return "tenant:" + tenant + " " + log;
  }

  private static LocalDateTime local(Instant instant, ZoneId zone) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone);
  }

  /** Opens {@link ScreenRoute#TENANTS} with the tenants on one version of a blueprint. */
  public static String tenantsOn(String blueprint, String version) {
    return "blueprint:" + blueprint + " version:" + version;
  }
}
