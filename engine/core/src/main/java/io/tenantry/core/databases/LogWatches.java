package io.tenantry.core.databases;

import java.nio.file.Path;

/** Knows the databases whose logs are followed. Any thread. */
@FunctionalInterface
public interface LogWatches {
  /** Follows no database. */
  LogWatches NONE = _ -> LogWatch.NONE;

  /** Returns who follows the log of a database; called before it is opened. Cheap. */
  LogWatch of(Path file);
}
