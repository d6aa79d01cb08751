package io.tenantry.app.navigation;

import java.util.Optional;

/** Every kind of place in the console, with the place above it and the key of its title. */
public enum ScreenRoute {
  OVERVIEW("overview"),
  WORKSPACES("workspaces"),
  WORKSPACE("workspace", WORKSPACES),
  DIFF("diff", WORKSPACE),
  BLUEPRINTS("blueprints"),
  BLUEPRINT("blueprint", BLUEPRINTS),
  DEPLOYMENTS("deployments"),
  DEPLOYMENT("deployment", DEPLOYMENTS),
  TENANTS("tenants"),
  TENANT("tenant", TENANTS),
  QUERY("query"),
  LOGS("logs"),
  PATTERN("pattern", LOGS),
  BACKUPS("backups"),
  BACKUP("backup", BACKUPS),
  JOBS("jobs"),
  CONNECTIONS("connections"),
  SETTINGS("settings");

  private final String key;
  private final Optional<ScreenRoute> parent;

  ScreenRoute(String key) {
    this.key = key;
    this.parent = Optional.empty();
  }

  ScreenRoute(String key, ScreenRoute parent) {
    this.key = key;
    this.parent = Optional.of(parent);
  }

  /** Returns the key of the title, for {@code Text}. */
  public String titleKey() {
    return "route." + key;
  }

  /** Returns the place above, empty for those in the sidebar. */
  public Optional<ScreenRoute> parent() {
    return parent;
  }

  /** Returns the place in the sidebar that this one belongs to. */
  public ScreenRoute root() {
    return parent.map(ScreenRoute::root).orElse(this);
  }

  /** Says whether the place needs no open project. */
  public boolean standsAlone() {
    return this == CONNECTIONS || this == SETTINGS;
  }
}
