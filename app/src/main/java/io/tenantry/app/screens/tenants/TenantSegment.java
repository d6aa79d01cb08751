package io.tenantry.app.screens.tenants;

/**
 * A filter of the list of tenants under a name.
 *
 * @param name what the user calls it
 * @param filter as it is typed
 */
record TenantSegment(String name, String filter) {
  /** Makes one of what was typed: blanks count once. */
  static TenantSegment of(String name, String filter) {
    return new TenantSegment(plain(name), plain(filter));
  }

  static String plain(String typed) {
    return typed.strip().replaceAll("\\s+", " ");
  }

  boolean isCalled(String other) {
    return name.equalsIgnoreCase(plain(other));
  }

  boolean isFor(String other) {
    return filter.equals(plain(other));
  }

  TenantSegment called(String other) {
    return of(other, filter);
  }
}
