package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Asks where the databases of many tenants are to live. UI thread. */
public final class MoveTenantsSheet {
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final List<Region> regions;
  private final ObjectProperty<WorkspaceName> blueprint = new SimpleObjectProperty<>();
  private final ObjectProperty<TenantHome> home = new SimpleObjectProperty<>();

  /**
   * Creates it with what it uses.
   *
   * @param regions where the engine can put a host of its own
   */
  public MoveTenantsSheet(Dialogs dialogs, WriteGuard guard, List<Region> regions) {
    this.dialogs = dialogs;
    this.guard = guard;
    this.regions = List.copyOf(regions);
  }

  /**
   * Opens it; moves by means of what is given.
   *
   * @param weight how much care it needs to move them to hosts of their own
   */
  void open(BulkTargets targets, GuardedChange.Weight weight, TenantChanges changes) {
    FormBuilder form = new FormBuilder();
    List<WorkspaceName> blueprints = List.copyOf(targets.having().keySet());
    List<TenantHome> homes = TenantHome.all(regions);
    blueprint.set(blueprints.getFirst());
    home.set(homes.getLast());
    form.choice(
            "blueprint",
            Text.of("tenants.create.blueprint"),
            blueprints,
            WorkspaceName::value,
            blueprint)
        .help(Text.of("tenants.move.blueprintHelp"));
    form.choice("host", Text.of("tenants.create.home"), homes, TenantHome::words, home)
        .help(Text.of("tenants.move.homeHelp"));
    Sheet sheet =
        new Sheet(Text.of("tenants.move.title"), form.build())
            .subtitle(
                TenantChanges.explained(
                    Text.of(
                        "tenants.move.subtitle",
                        Figures.count(targets.ids().size(), "tenant", "tenants")),
                    targets))
            .width(Sheet.Width.SMALL);
    sheet.primary(
        Text.of("tenants.move"),
        Bindings.and(blueprint.isNotNull(), home.isNotNull()),
        () -> ask(sheet, targets, weight, changes));
    dialogs.show(sheet);
  }

  private void ask(
      Sheet sheet, BulkTargets targets, GuardedChange.Weight weight, TenantChanges changes) {
    List<TenantId> ids = targets.having().getOrDefault(blueprint.get(), List.of());
    TenantMove move = new TenantMove(blueprint.get(), home.get());
    boolean isShared = home.get().region().isEmpty();
    GuardedChange change =
        TenantChanges.change(
            ids,
            Text.of("tenants.move.question", TenantChanges.words(ids), blueprint.get()),
            Text.of("tenants.move.explain", home.get().words()),
            move.key(),
            isShared ? GuardedChange.Weight.INTERRUPTING : weight);
    guard.run(
        isShared ? change.losing(List.of(Text.of("tenants.move.loss"))) : change,
        () -> {
          sheet.close();
          changes.act(move, BulkTargets.of(ids));
        });
  }
}
