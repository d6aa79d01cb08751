package io.tenantry.wire;

import io.tenantry.contract.apikeys.ScopeType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a credential must have for a call to be possible at all, whatever the request says. The
 * feature itself checks more: whether the scope includes what the request names.
 */
public enum Clearance {
  /** Any credential, the token of a single user among them. */
  KNOWN(false, EnumSet.allOf(ScopeType.class)),
  /** Any key or session. */
  READER(false, EnumSet.allOf(ScopeType.class)),
  /** Any key or session but one for some tenants. */
  READER_OF_MANY(false, EnumSet.of(ScopeType.PROJECT, ScopeType.WORKSPACE)),
  /** Any key or session for the whole project. */
  READER_OF_ALL(false, EnumSet.of(ScopeType.PROJECT)),
  /** Administrators, also those of some tenants only. */
  ADMIN(true, EnumSet.allOf(ScopeType.class)),
  /** Administrators, but not those who work inside some tenants only. */
  ADMIN_OF_MANY(true, EnumSet.of(ScopeType.PROJECT, ScopeType.WORKSPACE)),
  /** Administrators of the whole project. */
  ACCOUNT(true, EnumSet.of(ScopeType.PROJECT));

  private final boolean admin;
  private final EnumSet<ScopeType> scopes;

  Clearance(boolean admin, EnumSet<ScopeType> scopes) {
    this.admin = admin;
    this.scopes = scopes;
  }

  /** Returns whether it takes the role of an administrator. */
  public boolean isForAdmins() {
    return admin;
  }

  /** Returns which kinds of scope will do. */
  public Set<ScopeType> scopes() {
    return EnumSet.copyOf(scopes);
  }
}
