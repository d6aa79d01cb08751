package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.lifeline.LifeEvent;
import io.tenantry.app.controls.lifeline.RailNode;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts what happened to a tenant into words, newest first. UI thread. */
final class TenantLife {
  private final TenantHistory history;
  private final Navigator navigator;
  private final List<LifeEvent> events = new ArrayList<>();

  private TenantLife(TenantHistory history, Navigator navigator) {
    this.history = history;
    this.navigator = navigator;
  }

  /** Returns the events of a history; each leads to where more is known of it. */
  static List<LifeEvent> of(TenantHistory history, Navigator navigator) {
    return new TenantLife(history, navigator).events();
  }

  private List<LifeEvent> events() {
    Tenant tenant = history.tenant();
    history.deployments().forEach(this::add);
    history.backups().forEach(this::add);
    history.rollbacks().forEach(this::add);
    history.moves().forEach(this::add);
    history.recoveries().forEach(this::add);
    tenant
        .statusSince()
        .filter(_ -> tenant.status() != TenantStatus.READY)
        .ifPresent(since -> addNow(since, TenantChips.of(tenant.status())));
    add(
        tenant.createdAt(),
        new RailNode.Disc(Icon.ADD, Tone.NEUTRAL),
        Text.of("tenant.life.created"),
        "",
        "created",
        Optional.empty());
    // Of one second, what was added last is the oldest: nothing happened before it was created.
    events.sort(Comparator.comparing(LifeEvent::at).reversed());
    return List.copyOf(events);
  }

  private void addNow(Instant since, Chip.Content state) {
    add(
        since,
        new RailNode.Disc(state.tone().icon(), state.tone()),
        state.text(),
        Text.of("tenant.life.now"),
        "now",
        tab("settings"));
  }

  private void add(TenantDeployment each) {
    String version = each.blueprintId() + " " + each.version();
    add(
        each.completedAt().orElse(each.startedAt()),
        new RailNode.Disc(Icon.DEPLOYMENTS, tone(each.status())),
        Text.of("tenant.life.deployment." + each.status().code(), version),
        each.error()
            .or(() -> each.fromVersion().map(from -> Text.of("tenant.life.from", from)))
            .orElse(""),
        "deployment",
        Optional.of(() -> navigator.go(ScreenRoute.DEPLOYMENT, each.jobId().value())));
  }

  private void add(Backup each) {
    add(
        each.createdAt(),
        new RailNode.Disc(Icon.BACKUPS, tone(each.status())),
        Text.of("tenant.life.backup." + each.status().code()),
        each.error().orElse(each.blueprint() + ", " + Figures.size(each.sizeBytes())),
        each.status() == BackupStatus.DONE ? "backup" : "backup." + each.storagePath(),
        tab("backups"));
  }

  private void add(Rollback each) {
    add(
        each.completedAt().orElse(each.createdAt()),
        new RailNode.Disc(Icon.UNDO, tone(each.status())),
        Text.of("tenant.life.rollback." + each.status().code()),
        each.error().orElse(each.blueprint().value()),
        "rollback",
        tab("backups"));
  }

  private void add(IsolationChange each) {
    String place =
        each.toRegion().map(zone -> "L" + each.to() + " " + zone).orElse("L" + each.to());
    Tone tone =
        switch (each.state()) {
          case RUNNING -> Tone.RUNNING;
          case COMPLETED -> Tone.SUCCESS;
          case FAILED -> Tone.DANGER;
        };
    add(
        each.completedAt().orElse(each.startedAt()),
        new RailNode.Disc(Icon.FORWARD, tone),
        Text.of("tenant.life.move." + each.state().code(), place),
        each.error().orElse(each.blueprint().value()),
        "move",
        tab("settings"));
  }

  private void add(PastRecovery each) {
    Tone tone =
        switch (each.state()) {
          case RUNNING -> Tone.RUNNING;
          case DONE -> Tone.SUCCESS;
          case UNDONE -> Tone.NEUTRAL;
          case FAILED -> Tone.DANGER;
        };
    add(
        each.completedAt().orElse(each.startedAt()),
        new RailNode.Disc(Icon.UNDO, tone),
        Text.of(
            "tenant.life.recovery." + each.state().code(),
            Figures.second(each.target(), ZoneId.systemDefault())),
        each.error().orElse(each.blueprint().value()),
        "recovery",
        tab("backups"));
  }

  private Optional<Runnable> tab(String name) {
    String subject = PlaceSubjects.tab(history.tenant().tenantId().value(), name);
    return Optional.of(() -> navigator.go(ScreenRoute.TENANT, subject));
  }

  private void add(
      Instant at,
      RailNode node,
      String words,
      String caption,
      String kind,
      Optional<Runnable> open) {
    events.add(new LifeEvent(at, node, words, caption, kind, open));
  }

  private static Tone tone(BackupStatus status) {
    return switch (status) {
      case RUNNING -> Tone.RUNNING;
      case DONE -> Tone.SUCCESS;
      case FAILED -> Tone.DANGER;
    };
  }

  private static Tone tone(DeploymentTenant.State state) {
    return switch (state) {
      case PENDING -> Tone.WAITING;
      case DONE -> Tone.SUCCESS;
      case SKIPPED -> Tone.NEUTRAL;
      case NOT_REACHED -> Tone.PAUSED;
      case FAILED -> Tone.DANGER;
    };
  }
}
