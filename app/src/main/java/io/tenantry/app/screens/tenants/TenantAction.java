package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.guard.Change;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.util.Optional;

/** What can be done to one tenant or to many, and to which ones it applies. */
enum TenantAction {
  SUSPEND,
  RESUME,
  DELETE,
  RESTORE,
  DESTROY;

  /** Says whether a tenant in that status can take it; others are passed over in bulk. */
  boolean appliesTo(TenantStatus status) {
    return switch (this) {
      case SUSPEND -> status == TenantStatus.READY;
      case RESUME -> status == TenantStatus.SUSPENDED;
      case DELETE -> status == TenantStatus.READY || status == TenantStatus.SUSPENDED;
      case RESTORE -> status == TenantStatus.DELETED;
      case DESTROY -> status == TenantStatus.DELETED || status == TenantStatus.PARTIALLY_DELETED;
    };
  }

  /** How much care it needs before the connection's own level. */
  Change.Weight weight() {
    return switch (this) {
      case RESUME, RESTORE -> Change.Weight.NORMAL;
      case SUSPEND -> Change.Weight.INTERRUPTING;
      case DELETE -> Change.Weight.DESTRUCTIVE;
      case DESTROY -> Change.Weight.FINAL;
    };
  }

  /** Returns what takes it back, if anything does. */
  Optional<TenantAction> undo() {
    return switch (this) {
      case SUSPEND -> Optional.of(RESUME);
      case RESUME -> Optional.of(SUSPEND);
      case DELETE -> Optional.of(RESTORE);
      case RESTORE, DESTROY -> Optional.empty();
    };
  }

  /** Says whether it takes something away, and so stands last. */
  boolean destroys() {
    return this == DELETE || this == DESTROY;
  }

  /** The icon it has everywhere. */
  Icon icon() {
    return switch (this) {
      case SUSPEND -> Icon.SUSPENDED;
      case RESUME -> Icon.RUN;
      case DELETE -> Icon.TRASH;
      case RESTORE -> Icon.UNDO;
      case DESTROY -> Icon.DELETE_FOR_GOOD;
    };
  }

  /** Key of its words in the texts. */
  String key() {
    return "tenants.action." + name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Does it.
   *
   * @param suspended whether the tenant is suspended, or was before it went to the trash
   */
  void run(Tenants tenants, TenantId id, boolean suspended) {
    switch (this) {
      case SUSPEND -> tenants.suspend(id);
      case RESUME -> tenants.resume(id);
      case DELETE -> tenants.delete(id, false);
      case RESTORE -> restore(tenants, id, suspended);
      case DESTROY -> tenants.delete(id, true);
    }
  }

  /** The engine lets every tenant through that comes from the trash. */
  private static void restore(Tenants tenants, TenantId id, boolean suspended) {
    tenants.restore(id);
    if (suspended) {
      tenants.suspend(id);
    }
  }
}
