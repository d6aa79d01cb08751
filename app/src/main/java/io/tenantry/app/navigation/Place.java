package io.tenantry.app.navigation;

/**
 * Where the user is.
 *
 * @param route the kind of place
 * @param subject what it is about: a workspace's name, a deployment's id, a tenant filter; empty
 *     for a plain list
 */
public record Place(ScreenRoute route, String subject) {
  /** A place without a subject. */
  public static Place of(ScreenRoute route) {
    return new Place(route, "");
  }

  /** Says whether it shows one thing; a list takes its subject as a wish, once. */
  public boolean isOfOne() {
    return route.parent().isPresent() && !subject.isEmpty();
  }
}
