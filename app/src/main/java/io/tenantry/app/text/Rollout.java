package io.tenantry.app.text;

/**
 * How the tenants of a blueprint stand to its latest version.
 *
 * @param tenants how many there are
 * @param behind how many of them are not on it
 * @param latest its number
 */
public record Rollout(long tenants, long behind, String latest) {
  /** No tenants, of nothing. */
  public static final Rollout NONE = new Rollout(0, 0, "");

  /** Says it in one line. */
  public String words() {
    if (tenants == 0) {
      return Text.of("rollout.none", latest);
    }
    return behind == 0
        ? Text.of("rollout.upToDate", tenants, latest)
        : Text.of("rollout.behind", behind, tenants, latest);
  }
}
