package io.tenantry.app.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * Long work of a window, as long as it goes on and for a while after it has ended.
 *
 * @param job what it is, and how far, or what came of it
 * @param home where it is at home
 * @param startedAt when the window was told of it
 * @param endedAt when it ended; empty while it goes on
 * @param isStopped whether the user ended it
 */
public record TrackedWork(
    Job job,
    RunningWork.Home home,
    Instant startedAt,
    Optional<Instant> endedAt,
    boolean isStopped) {}
