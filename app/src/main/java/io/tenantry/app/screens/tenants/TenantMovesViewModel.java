package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The moves of a tenant's databases between hosts; one under way is followed. UI thread. */
public final class TenantMovesViewModel {
  private static final Duration AT_WORK = Duration.ofMillis(400);

  private final Tenants tenants;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Runnable moved;
  private final ReadOnlyObjectWrapper<List<IsolationChange>> moves =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<TenantId> tenant = Optional.empty();
  private TaskRunner.Handle clock = () -> {};

  /**
   * Creates it with what it uses.
   *
   * @param moved reads the tenant again, when a move has begun and when it has ended
   */
  public TenantMovesViewModel(
      Tenants tenants, TaskRunner tasks, ErrorPresenter errors, Runnable moved) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.errors = errors;
    this.moved = moved;
  }

  /** The moves, newest first. */
  ReadOnlyObjectProperty<List<IsolationChange>> moves() {
    return moves.getReadOnlyProperty();
  }

  /** Reads the moves of a tenant. */
  void show(TenantId id) {
    tenant = Optional.of(id);
    read();
  }

  private void read() {
    clock.close();
    tenant.ifPresent(
        id ->
            tasks
                .call("tenant.moves", () -> tenants.isolationChanges(id))
                .onSuccess(this::show)
                .onFailure(_ -> {}) // the page says when the tenant cannot be read
                .latest(this)
                .start());
  }

  private void show(List<IsolationChange> found) {
    boolean wasMoving = isMoving();
    moves.set(List.copyOf(found));
    if (isMoving()) {
      clock = tasks.after(AT_WORK, this::read);
    } else if (wasMoving) {
      moved.run();
    }
  }

  private boolean isMoving() {
    return moves.get().stream().anyMatch(move -> move.state() == IsolationChange.State.RUNNING);
  }

  /** Starts a move. */
  void move(ChangeIsolation wanted) {
    tenant.ifPresent(
        id ->
            tasks
                .call("tenant.move", () -> tenants.changeIsolation(id, wanted))
                .onSuccess(
                    _ -> {
                      read();
                      moved.run();
                    })
                .onFailure(errors::show)
                .start());
  }

  /** Follows nothing any more. */
  void leave() {
    clock.close();
    tasks.forget(this);
  }
}
