package io.tenantry.app.screens.jobs;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.tasks.RunningWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A piece of long work.
 *
 * @param id its id: in the engine, or in this window
 * @param kind what kind of work
 * @param what what it is about
 * @param state where it stands
 * @param progress the ended share; empty where nobody knows it
 * @param failures how many parts failed so far
 * @param parts how many parts it has; 0 where nobody knows it
 * @param detail how far it is, or what came of it, in words
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it goes on
 * @param home where it is looked at
 */
record ListedJob(
    String id,
    JobKind kind,
    String what,
    JobState state,
    OptionalDouble progress,
    long failures,
    long parts,
    String detail,
    Instant startedAt,
    Optional<Instant> endedAt,
    Home home) {

  /** Where work is looked at. */
  sealed interface Home {}

  /** On a page of the console. */
  record OnPage(Place place) implements Home {}

  /** Where the window runs it. */
  record InWindow(RunningWork.Home home) implements Home {}

  /** Returns how long it took, or takes by now. */
  Duration took(Instant now) {
    Duration length = Duration.between(startedAt, endedAt.orElse(now));
    return length.isNegative() ? Duration.ZERO : length;
  }

  /** Says whether it can be stopped from here; a deployment needs a look at it first. */
  boolean canStop() {
    return state.goesOn()
        && switch (kind) {
          case BACKUP, DRILL, IMPORT -> true;
          case DEPLOYMENT -> false;
          case SQL, TENANTS ->
              home instanceof InWindow(RunningWork.Home here) && here.stop().isPresent();
        };
  }

  /** Returns what the filter searches. */
  String words() {
    return kind.words() + " " + what + " " + state.words() + " " + detail;
  }
}
