package io.tenantry.app.navigation;

/** How screens write the subject of a {@link Place} that another screen reads. Any thread. */
public final class Subjects {
  private Subjects() {}

  /** Opens {@link Route#DEPLOYMENTS} with the sheet for a new deployment of a blueprint. */
  public static String newDeployment(String blueprint) {
    return blueprint;
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
