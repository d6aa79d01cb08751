package io.tenantry.app.navigation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How screens write the subject of a {@link Place} that another screen reads. Any thread. */
public final class Subjects {
  private static final Pattern NEW_DEPLOYMENT = Pattern.compile("new:([^@]+)@(.+)");

  private Subjects() {}

  /**
   * What a new deployment is to bring out.
   *
   * @param blueprint name of the blueprint
   * @param version which version of it
   */
  public record NewDeployment(String blueprint, String version) {}

  /** Opens {@link Route#DEPLOYMENTS} with the sheet for a new deployment. */
  public static String newDeployment(String blueprint, String version) {
    return "new:" + blueprint + "@" + version;
  }

  /** Reads what {@link #newDeployment} wrote; empty for any other subject. */
  public static Optional<NewDeployment> readNewDeployment(String subject) {
    Matcher matcher = NEW_DEPLOYMENT.matcher(subject);
    return matcher.matches()
        ? Optional.of(new NewDeployment(matcher.group(1), matcher.group(2)))
        : Optional.empty();
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
