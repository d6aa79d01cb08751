package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.connect.Work;
import io.tenantry.app.connect.WorkBoard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who follows what goes on, for one window: at the open connection, and at those it has left while
 * something went on there. UI thread.
 */
final class Desks implements AutoCloseable {
  private final WorkBoard board;
  private final Switchboard switchboard;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final BiConsumer<OpenConnection, DeploymentId> canceller;
  private final Consumer<Work> onEnded;
  private final List<WorkDesk> left = new ArrayList<>();
  private Optional<WorkDesk> current = Optional.empty();

  /**
   * Creates it while nothing is open.
   *
   * @param canceller asks whether a deployment is to be cancelled
   * @param onEnded is told of work that has ended while the user looked at something else
   */
  Desks(
      WorkBoard board,
      Switchboard switchboard,
      TaskRunner tasks,
      Navigator navigator,
      BiConsumer<OpenConnection, DeploymentId> canceller,
      Consumer<Work> onEnded) {
    this.board = board;
    this.switchboard = switchboard;
    this.tasks = tasks;
    this.navigator = navigator;
    this.canceller = canceller;
    this.onEnded = onEnded;
  }

  /** Returns where screens of the open connection tell what goes on. */
  RunningWork current() {
    return current.<RunningWork>map(desk -> desk).orElseGet(RunningWork::untold);
  }

  /** Follows a connection that was opened. */
  void open(OpenConnection open, EngineWatch engine) {
    List.copyOf(left).stream()
        .filter(desk -> desk.at().scope().equals(open.scope()))
        .forEach(WorkDesk::close);
    current =
        Optional.of(
            new WorkDesk(
                open, board, tasks, navigator, engine, id -> canceller.accept(open, id), onEnded));
  }

  /** Deployments go on in their engine, and are followed to their end. */
  void leave() {
    current.ifPresent(
        desk -> {
          if (desk.isIdle()) {
            desk.close();
          } else {
            left.add(desk);
            TaskRunner.Handle held = switchboard.hold(desk.at());
            desk.leave(
                () -> {
                  left.remove(desk);
                  held.close();
                });
          }
        });
    current = Optional.empty();
  }

  @Override
  public void close() {
    current.ifPresent(WorkDesk::close);
    List.copyOf(left).forEach(WorkDesk::close);
  }
}
