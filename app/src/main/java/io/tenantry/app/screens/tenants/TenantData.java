package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.rows.RowsView;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.sql.SqlNames;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** The rows of a tenant's tables. Its subject is the tenant's id. UI thread. */
public final class TenantData implements Screen {
  private static final int QUERIED = 200;

  private final TenantDataViewModel model;
  private final Navigator navigator;
  private final PageHead head = new PageHead("");
  private final VBox root;

  public TenantData(TenantDataViewModel model, Navigator navigator, LayoutMemory memory) {
    this.model = model;
    this.navigator = navigator;
    RowsView rows =
        new RowsView(
            model.rows(), memory, "tenant.data", Text.of("tenant.data.query"), this::query);
    ScreenStatePane state =
        new ScreenStatePane(
            model.state(),
            new RoundFrame(rows),
            new EmptyState(Icon.TABLE, "", ""),
            LoadingSkeleton.twoLines(6),
            model::load);
    root = Panels.page(state);
    ComboBox<WorkspaceName> databases = databases();
    model
        .choices()
        .subscribe(
            () -> {
              root.getChildren().remove(databases);
              if (model.choices().size() > 1) {
                root.getChildren().addFirst(databases);
              }
            });
  }

  private ComboBox<WorkspaceName> databases() {
    ComboBox<WorkspaceName> databases = new ComboBox<>(model.choices());
    databases.setConverter(new ChoiceWords<>(WorkspaceName::value));
    databases.setAccessibleText(Text.of("tenant.data.database"));
    databases.setOnAction(_ -> model.database().set(Optional.ofNullable(databases.getValue())));
    model.database().subscribe(now -> now.ifPresent(databases::setValue));
    return databases;
  }

  private void query(String table) {
    model
        .place()
        .ifPresent(
            place ->
                navigator.go(
                    ScreenRoute.QUERY,
                    place
                        + "\nSELECT * FROM "
                        + SqlNames.quoteIfNeeded(table)
                        + " LIMIT "
                        + QUERIED
                        + ";"));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    model.show(TenantId.existing(subject));
  }

  @Override
  public void hidden() {
    model.leave();
  }
}
