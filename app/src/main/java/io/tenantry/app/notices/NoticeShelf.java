package io.tenantry.app.notices;

import io.tenantry.app.settings.ProjectScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was told of each project while it is not open. UI thread. */
public interface NoticeShelf {
  /**
   * A notice that lies on the shelf.
   *
   * @param notice what was told; nothing can be done about it any more
   * @param unread whether nobody has read it
   */
  record Kept(Notice notice, boolean unread) {}

  /** Returns what was put last for a project, in the same order. */
  List<Kept> read(ProjectScope project);

  /** Puts everything that is told of a project now. */
  void put(ProjectScope project, List<Kept> kept);

  /** Returns one that lasts as long as itself. */
  static NoticeShelf passing() {
    Map<ProjectScope, List<Kept>> all = new HashMap<>();
    return new NoticeShelf() {
      @Override
      public List<Kept> read(ProjectScope project) {
        return all.getOrDefault(project, List.of());
      }

      @Override
      public void put(ProjectScope project, List<Kept> kept) {
        all.put(project, kept);
      }
    };
  }
}
