package io.tenantry.app.shell;

import java.util.ArrayList;
import java.util.List;

/** Things that end together. */
final class AutoCloseables {
  private final List<Runnable> ends = new ArrayList<>();

  void add(Runnable end) {
    ends.add(end);
  }

  void close() {
    ends.forEach(Runnable::run);
    ends.clear();
  }
}
