package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.UndoOutlook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What taking a deployment back would do.
 *
 * @param deployment what is taken back
 * @param outlook how many tenants go which way
 * @param losses what goes with it, in no tenant counted yet
 * @param fills what it makes anew without what it held
 */
record UndoPlan(
    Deployment deployment, UndoOutlook outlook, List<UndoLoss> losses, List<UndoFill> fills) {
  UndoPlan {
    losses = List.copyOf(losses);
    fills = List.copyOf(fills);
  }

  List<UndoLoss> countable() {
    return losses.stream().filter(loss -> loss.count().isPresent()).toList();
  }

  /** Those whose rows can be counted: on a way that all tenants go. */
  List<UndoFill> countableFills() {
    return outlook.ways().size() > 1
        ? List.of()
        : fills.stream().filter(fill -> fill.count().isPresent()).toList();
  }

  /** Returns the SQL that counts: first the losses, then the rows that are filled. */
  List<String> counting() {
    return Stream.concat(
            countable().stream().map(UndoLoss::count),
            countableFills().stream().map(UndoFill::count))
        .flatMap(Optional::stream)
        .toList();
  }
}
