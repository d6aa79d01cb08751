package io.tenantry.app.connect;

import io.tenantry.app.tasks.Job;
import java.util.Optional;

/**
 * Something that goes on in one of the console's windows.
 *
 * @param at where it goes on
 * @param job what it is, and how far
 * @param open goes to it, in the window where it is at home
 * @param stop stops it; empty where that needs a look at it first
 * @param isOfEngine whether an engine does it, which goes on with it whatever becomes of the window
 */
public record Work(
    OpenConnection at, Job job, Runnable open, Optional<Runnable> stop, boolean isOfEngine) {
  /** Says whether it is the same work as another, however far. */
  boolean isSame(Work other) {
    return at.sharesWork(other.at()) && job.id().equals(other.job().id());
  }
}
