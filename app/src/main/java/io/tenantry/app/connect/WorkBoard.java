package io.tenantry.app.connect;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What goes on in all windows of the console, and at connections that were left meanwhile: each
 * window tells of all of it. UI thread.
 */
public final class WorkBoard {
  private final ObservableList<Work> all = FXCollections.observableArrayList();
  private final ObservableList<Work> readOnly = FXCollections.unmodifiableObservableList(all);

  /** Returns everything that goes on, what began first before the others; read-only. */
  public ObservableList<Work> all() {
    return readOnly;
  }

  /** Shows work, or how far it is by now. */
  public void show(Work work) {
    for (int index = 0; index < all.size(); index++) {
      if (all.get(index).isSame(work)) {
        if (!all.get(index).job().equals(work.job())) {
          all.set(index, work);
        }
        return;
      }
    }
    all.add(work);
  }

  /** Takes one piece of work away; does nothing when it is not there. */
  public void remove(OpenConnection at, String id) {
    all.removeIf(work -> work.at().sharesWork(at) && work.job().id().equals(id));
  }

  /** Returns the work of one connection. */
  public List<Work> of(OpenConnection at) {
    return all.stream().filter(work -> work.at().sharesWork(at)).toList();
  }
}
