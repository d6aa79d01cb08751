package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.SettingLine;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.stepper.Step;
import io.tenantry.app.controls.stepper.Stepper;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where a database of a tenant lives, how it gets elsewhere, and its moves so far. UI thread. */
final class MoveCard extends VBox {
  private static final int SHOWN = 8;

  private final TenantMovesViewModel moves;
  private final WriteGuard guard;
  private final TenantId tenant;
  private final TenantDatabase database;
  private final TenantStatus status;
  private final Stepper steps = Stepper.normal();
  private final VBox past = new VBox();

  /**
   * Creates it.
   *
   * @param regions where the engine can put a host of its own
   */
  MoveCard(
      TenantMovesViewModel moves,
      WriteGuard guard,
      TenantPage page,
      TenantDatabase database,
      List<Region> regions) {
    this.moves = moves;
    this.guard = guard;
    this.database = database;
    tenant = page.tenant().tenantId();
    status = page.tenant().status();
    getStyleClass().add("tenant-moves");
    past.getStyleClass().add("tenant-moves");
    steps.managedProperty().bind(steps.visibleProperty());
    past.managedProperty().bind(past.visibleProperty());
    getChildren().addAll(choice(regions), steps, past);
    show(moves.moves().get());
  }

  private Node choice(List<Region> regions) {
    TenantHome now = TenantHome.of(database, regions);
    ComboBox<TenantHome> choice = new ComboBox<>();
    choice.getItems().setAll(TenantHome.all(regions));
    choice.setConverter(new ChoiceWords<>(TenantHome::words));
    choice.setValue(now);
    choice.setAccessibleText(Text.of("tenant.move.home", database.blueprint()));
    Button move =
        Buttons.normal(Text.of("tenant.move.act"), Icon.FORWARD, () -> ask(choice.getValue()));
    boolean canMove = status == TenantStatus.READY;
    move.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !canMove || now.equals(choice.getValue()), choice.valueProperty()));
    return SettingLine.lines(
        new SettingLine(
            Text.of("tenant.move.home", database.blueprint()),
            Text.of(canMove ? "tenant.move.help" : "tenant.move.notReady"),
            choice,
            move));
  }

  private void ask(TenantHome home) {
    String to = home.words();
    GuardedChange change =
        new GuardedChange(
            Text.of("tenant.move.question", tenant, database.blueprint()),
            Text.of("tenant.move.explain", to),
            Text.of("tenant.move.button", tenant),
            tenant.value(),
            home.region().isEmpty()
                ? GuardedChange.Weight.INTERRUPTING
                : GuardedChange.Weight.NORMAL);
    guard.run(
        home.region().isEmpty() ? change.losing(List.of(Text.of("tenant.move.loss"))) : change,
        () -> moves.move(home.move(database.blueprint())));
  }

  /** Shows its moves, newest first. */
  void show(List<IsolationChange> all) {
    List<IsolationChange> own =
        all.stream().filter(move -> move.blueprint().equals(database.blueprint())).toList();
    Optional<IsolationChange> running =
        own.stream().filter(move -> move.state() == IsolationChange.State.RUNNING).findFirst();
    steps.setVisible(running.isPresent());
    running.ifPresent(_ -> steps.show(steps()));
    past.setVisible(!own.isEmpty());
    past.getChildren().setAll(own.stream().limit(SHOWN).map(MoveCard::line).toList());
  }

  private List<Step> steps() {
    boolean isSwitching = status == TenantStatus.MIGRATING;
    return List.of(
        Step.of(
            Text.of("tenant.move.copying"),
            Text.of("tenant.move.copying.help"),
            isSwitching ? Step.State.DONE : Step.State.NOW),
        Step.of(
            Text.of("tenant.move.switching"),
            Text.of("tenant.move.switching.help"),
            isSwitching ? Step.State.NOW : Step.State.NEXT),
        Step.of(Text.of("tenant.move.ready"), "", Step.State.NEXT));
  }

  private static Node line(IsolationChange move) {
    String words =
        Text.of(
            "tenant.move.line",
            place(move.from(), move.fromRegion()),
            place(move.to(), move.toRegion()));
    HBox first =
        Panels.row(
            new StateMark(tone(move.state()), Text.of("tenant.move.state." + move.state().code())),
            Labels.body(words),
            Labels.caption(figures(move)),
            Panels.spacer(),
            Labels.ago(move.startedAt(), Instant.now()));
    VBox line = new VBox(first);
    move.error().ifPresent(error -> line.getChildren().add(Labels.prose(error)));
    return line;
  }

  private static String place(int level, Optional<String> region) {
    return region.map(zone -> "L" + level + " " + zone).orElse("L" + level);
  }

  private static String figures(IsolationChange move) {
    return move.sizeBytes()
        .map(
            bytes ->
                Text.of(
                    "tenant.move.figures",
                    Figures.size(bytes),
                    Figures.duration(
                        Duration.ofNanos(Math.round(move.heldMs().orElse(0.0) * 1e6)))))
        .orElse("");
  }

  private static Tone tone(IsolationChange.State state) {
    return switch (state) {
      case RUNNING -> Tone.RUNNING;
      case COMPLETED -> Tone.SUCCESS;
      case FAILED -> Tone.DANGER;
    };
  }
}
