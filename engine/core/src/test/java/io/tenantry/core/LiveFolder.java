package io.tenantry.core;

import io.tenantry.core.inspection.FileWalk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder in which an engine works while it is looked at: files come and go meanwhile. */
public final class LiveFolder {
  private LiveFolder() {}

  /** Returns the files below a folder in the order of their names; none where there is none. */
  public static List<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    FileWalk.below(folder, found::add);
    return found.stream().sorted().toList();
  }

  /** Returns the databases below a folder. */
  public static List<Path> databases(Path folder) {
    return files(folder).stream().filter(file -> file.toString().endsWith(".db")).toList();
  }
}
