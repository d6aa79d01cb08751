package io.tenantry.app.screens.logs;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.logs.ProjectEntry;
import java.util.function.Consumer;

/**
 * Where an entry leads to.
 *
 * @param navigator to other screens
 * @param of whose queries are listed
 * @param only shows the log of the tenant of an entry
 */
record LogActions(Navigator navigator, LogOf of, Consumer<ProjectEntry> only) {
  void query(ProjectEntry row) {
    navigator.go(ScreenRoute.QUERY, LogWords.queryPlace(row));
  }

  void tenant(ProjectEntry row) {
    navigator.go(ScreenRoute.TENANT, row.tenantId().value());
  }

  void onlyTenant(ProjectEntry row) {
    only.accept(row);
  }
}
