package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.util.Optional;

/** What can be done to one tenant or to many, and to which ones it applies. */
enum TenantAction implements TenantVerb {
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
  GuardedChange.Weight weight() {
    return switch (this) {
      case RESUME, RESTORE -> GuardedChange.Weight.NORMAL;
      case SUSPEND -> GuardedChange.Weight.INTERRUPTING;
      case DELETE -> GuardedChange.Weight.DESTRUCTIVE;
      case DESTROY -> GuardedChange.Weight.FINAL;
    };
  }

  @Override
  public Optional<TenantAction> undo() {
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

  @Override
  public String key() {
    return "tenants.action." + name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public TenantOutcome run(Tenants tenants, TenantId id, boolean suspended) {
    switch (this) {
      case SUSPEND -> tenants.suspend(id);
      case RESUME -> tenants.resume(id);
      case DELETE -> tenants.delete(id, false);
      case RESTORE -> restore(tenants, id, suspended);
      case DESTROY -> tenants.delete(id, true);
    }
    return TenantOutcome.done(id);
  }

  /** The engine lets every tenant through that comes from the trash. */
  private static void restore(Tenants tenants, TenantId id, boolean suspended) {
    tenants.restore(id);
    if (suspended) {
      tenants.suspend(id);
    }
  }
}
