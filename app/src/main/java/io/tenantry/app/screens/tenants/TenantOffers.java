package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be done to any number of tenants in the list. UI thread. */
public final class TenantOffers {
  private static final String BACK_UP = "backups.backUp";
  private static final String DEPLOY = "tenants.deploy";
  private static final String MOVE = "tenants.move";
  private static final String OPEN = ".open";

  private final TenantsViewModel model;
  private final TenantChanges changes;
  private final ChosenTenants elsewhere;
  private final MoveTenantsSheet moving;

  /** Creates it with what it uses. */
  public TenantOffers(
      TenantsViewModel model,
      TenantChanges changes,
      ChosenTenants elsewhere,
      MoveTenantsSheet moving) {
    this.model = model;
    this.changes = changes;
    this.elsewhere = elsewhere;
    this.moving = moving;
  }

  void addTo(ListSetup<ListedTenant> setup) {
    setup
        .action(many(Text.of(BACK_UP), Icon.BACKUPS, TenantStatus::canBeBackedUp, this::backUp))
        .action(
            many(
                Text.of(DEPLOY + OPEN),
                Icon.DEPLOYMENTS,
                TenantStatus::canBeDeployedTo,
                this::deploy))
        .action(many(Text.of(MOVE + OPEN), Icon.FORWARD, TenantStatus.READY::equals, this::move));
    for (TenantAction action : TenantAction.values()) {
      RowAction<ListedTenant> made =
          many(
              Text.of(action.key()),
              action.icon(),
              action::appliesTo,
              chosen -> changes.ask(action, chosen));
      if (action.destroys()) {
        made.danger();
      }
      setup.action(action == TenantAction.DELETE ? made.keys("Delete") : made);
    }
  }

  private RowAction<ListedTenant> many(
      String title, Icon icon, Predicate<TenantStatus> suits, Consumer<Chosen<ListedTenant>> run) {
    return RowAction.<ListedTenant>many(title, icon, run)
        .offered(row -> suits.test(row.status()))
        .offeredUnder(filter -> TenantTerms.canHold(filter, suits))
        .counted(matching -> model.reach(suits, matching));
  }

  private void backUp(Chosen<ListedTenant> chosen) {
    changes.choose(
        BACK_UP,
        TenantStatus::canBeBackedUp,
        chosen,
        targets ->
            changes.ask(BACK_UP, weight(chosen), targets, () -> elsewhere.backUp(targets.ids())));
  }

  /** All that a filter lets through is more than what was picked one by one. */
  private static GuardedChange.Weight weight(Chosen<ListedTenant> chosen) {
    return chosen instanceof Chosen.Matching<ListedTenant>
        ? GuardedChange.Weight.SWEEPING
        : GuardedChange.Weight.NORMAL;
  }

  private void deploy(Chosen<ListedTenant> chosen) {
    changes.choose(
        DEPLOY,
        TenantStatus::canBeDeployedTo,
        chosen,
        targets -> elsewhere.deploy(targets.having()));
  }

  private void move(Chosen<ListedTenant> chosen) {
    changes.choose(
        MOVE,
        TenantStatus.READY::equals,
        chosen,
        targets -> moving.open(targets, weight(chosen), changes));
  }
}
