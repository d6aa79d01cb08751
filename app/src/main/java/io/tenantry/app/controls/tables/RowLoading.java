package io.tenantry.app.controls.tables;

/** What a table needs to know of rows that are not here. UI thread. */
public interface RowLoading {
  /** All rows are here. */
  RowLoading NONE =
      new RowLoading() {
        @Override
        public boolean isFailed(int index) {
          return false;
        }

        @Override
        public void retry() {}
      };

  /** Says whether a row could not be read. */
  boolean isFailed(int index);

  /** Tries again. */
  void retry();
}
