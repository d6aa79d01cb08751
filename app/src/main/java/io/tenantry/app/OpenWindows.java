package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.WorkBoard;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.settings.ProjectScope;
import io.tenantry.app.settings.WindowState;
import io.tenantry.app.start.Ring;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The windows of the console. The last one to close ends it. UI thread. */
final class OpenWindows {
  private final Console console;
  private final Runnable onLastClosed;
  private final List<WindowStage> open = new ArrayList<>();
  private final WorkBoard work = new WorkBoard();
  private boolean quitting;

  /**
   * Creates it without a window.
   *
   * @param onLastClosed called when no window is left and the console is closed
   */
  OpenWindows(Console console, Runnable onLastClosed) {
    this.console = console;
    this.onLastClosed = onLastClosed;
  }

  /** Builds the windows that were open at the end of the last run, at least one; none is shown. */
  List<WindowStage> restore() {
    List<WindowState> before = console.settings().windowsOfBefore();
    (before.isEmpty() ? List.of(WindowState.fresh()) : before).forEach(this::build);
    return List.copyOf(open);
  }

  /** Opens in each window what it showed before; one that showed none lists them, unless alone. */
  void start(List<WindowStage> restored) {
    for (WindowStage window : restored) {
      if (restored.size() > 1 && window.settings().connectionProperty().get().isEmpty()) {
        window.startWithoutConnection();
      } else {
        window.start();
      }
    }
  }

  /** Brings the window to the front that was used last. */
  void bringForward() {
    if (!open.isEmpty()) {
      open.getLast().bringForward();
    }
  }

  /**
   * Does what a second start asks for: shows the data folder that it names, the one of this start
   * only where a window has it open, and else comes to the front as it is.
   */
  void answer(Ring ring) {
    Path home = console.locals().home().dataFolder();
    Optional<Connection> asked = ring.data().map(console.book()::localFor);
    Optional<WindowStage> holder =
        open.reversed().stream()
            .filter(window -> asked.filter(window::shows).isPresent())
            .findFirst();
    boolean other = ring.data().filter(folder -> !folder.equals(home)).isPresent();
    if (holder.isEmpty() && other) {
      holder = Optional.of(openNew(open.getLast(), asked));
    }
    holder.ifPresentOrElse(WindowStage::bringForward, this::bringForward);
  }

  /** Opens a window near another one, on a connection or on the list of them. */
  WindowStage openNew(WindowStage beside, Optional<Connection> connection) {
    WindowStage fresh = build(beside.beside(connection.map(Connection::id).orElse("")));
    if (connection.isPresent()) {
      fresh.start();
    } else {
      fresh.startWithoutConnection();
    }
    fresh.show();
    return fresh;
  }

  /** Says that a window is used now. */
  void used(WindowStage window) {
    if (open.remove(window)) {
      open.add(window);
    }
  }

  /** Takes a window off the list after it was hidden. */
  void closed(WindowStage window) {
    open.remove(window);
    if (!quitting) {
      console.settings().close(window.settings());
    }
    if (open.isEmpty()) {
      console.close();
      onLastClosed.run();
    }
  }

  /** Closes all; they come back at the next start. */
  void quit() {
    quitting = true;
    List.copyOf(open).forEach(WindowStage::close);
  }

  /** Quits once no window has anything to lose; one that has asks, in front of the others. */
  private void quitAfter(Deque<WindowStage> toAsk) {
    if (toAsk.isEmpty()) {
      whenNoWorkPauses(open.getLast(), this::quit);
    } else {
      toAsk.pop().whenNothingIsLost(() -> quitAfter(toAsk));
    }
  }

  /**
   * Does what closes a window, after a question when the engines of this machine end with it while
   * they work.
   */
  void whenWorkMayPause(WindowStage closing, Runnable action) {
    if (open.size() > 1) {
      action.run();
    } else {
      whenNoWorkPauses(closing, action);
    }
  }

  /** An engine on a server goes on; what only a window runs has been asked about by then. */
  private void whenNoWorkPauses(WindowStage asking, Runnable action) {
    List<String> paused =
        work.all().stream()
            .filter(each -> each.at().connection().isLocal() && each.isOfEngine())
            .map(each -> Text.of("shell.end.job", each.job().title(), each.job().detail()))
            .toList();
    if (paused.isEmpty()) {
      action.run();
      return;
    }
    asking.bringForward();
    asking
        .content()
        .dialogs()
        .confirm(
            new Confirmation(
                Text.of("shell.end.question", paused.size()),
                Text.of("shell.end.text"),
                paused,
                0,
                List.of(),
                Text.of("shell.end.action"),
                false,
                Optional.empty()),
            action);
  }

  private WindowStage build(WindowState state) {
    WindowStage window = new WindowStage(console, state, this);
    open.add(window);
    return window;
  }

  /** Returns the other windows as one of them sees them. */
  OtherWindows seenFrom(WindowStage window) {
    return new OtherWindows() {
      @Override
      public void openNew() {
        OpenWindows.this.openNew(window, Optional.empty());
      }

      @Override
      public void openNew(Connection connection) {
        OpenWindows.this.openNew(window, Optional.of(connection));
      }

      @Override
      public boolean bringForward(ProjectScope scope) {
        Optional<WindowStage> holder =
            open.stream().filter(one -> one != window && one.holds(scope)).findFirst();
        holder.ifPresent(WindowStage::bringForward);
        return holder.isPresent();
      }

      @Override
      public boolean hasOpen(Connection connection) {
        return open.stream().anyMatch(one -> one != window && one.shows(connection));
      }

      @Override
      public WorkBoard work() {
        return work;
      }

      @Override
      public void quit() {
        quitAfter(new ArrayDeque<>(open));
      }
    };
  }
}
