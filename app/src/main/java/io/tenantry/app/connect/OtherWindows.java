package io.tenantry.app.connect;

import io.tenantry.app.settings.ProjectScope;

/** The other windows of the console, as one window sees them. UI thread. */
public interface OtherWindows {
  /** Opens a window without a connection; it shows the list of them. */
  void openNew();

  /** Opens a connection in a window of its own. */
  void openNew(Connection connection);

  /**
   * Brings the window to the front that has a project open: a project is open in one window at
   * most, so that its tabs and texts have one place.
   *
   * @return false when no other window has it
   */
  boolean bringForward(ProjectScope scope);

  /** Says whether another window has a connection open. */
  boolean hasOpen(Connection connection);

  /** Returns what goes on in all windows, this one included. */
  WorkBoard work();

  /** Closes all windows; they come back at the next start. */
  void quit();

  /** For a window that is alone. */
  static OtherWindows none() {
    WorkBoard alone = new WorkBoard();
    return new OtherWindows() {
      @Override
      public WorkBoard work() {
        return alone;
      }

      @Override
      public void openNew() {}

      @Override
      public void openNew(Connection connection) {}

      @Override
      public boolean bringForward(ProjectScope scope) {
        return false;
      }

      @Override
      public boolean hasOpen(Connection connection) {
        return false;
      }

      @Override
      public void quit() {}
    };
  }
}
