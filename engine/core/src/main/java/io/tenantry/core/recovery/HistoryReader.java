package io.tenantry.core.recovery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What the history of one database file holds, as of its opening. One thread at a time. */
final class HistoryReader implements Closeable {
  private static final long LONG_MICROS = TimeUnit.DAYS.toMicros(7);

  private final List<Part> parts = new ArrayList<>();
  private final long now;

  private HistoryReader(long now) {
    this.now = now;
  }

  /**
   * An epoch with what is known of it.
   *
   * @param epoch the epoch
   * @param commits its states
   * @param segments its segments
   * @param base its full copy
   */
  record Part(Epoch epoch, CommitLog commits, List<Segment> segments, Optional<Epoch.Base> base) {

    /** Returns the index of the first state that its own full copy makes; -1 when there is none. */
    long firstOwn() throws IOException {
      if (base.isEmpty()) {
        return -1;
      }
      long first = commits.firstIncluding(base.get().segment(), base.get().frame());
      return first < commits.size() ? first : -1;
    }
  }

  /**
   * A state and what makes it.
   *
   * @param commit the state
   * @param parts the epochs from the one with the full copy to the one with the commit
   */
  record State(Commit commit, List<Part> parts) {
    State {
      parts = List.copyOf(parts);
    }

    /** Returns a name that no other state of the database has. */
    String name() {
      Path epoch = parts.getLast().epoch().folder();
      return "%s-%s-%d-%d"
          .formatted(
              String.valueOf(epoch.getParent()).replaceAll(".*[/\\\\]", ""),
              epoch.getFileName(),
              commit.segment(),
              commit.frame());
    }

    Epoch.Base base() {
      return parts.getFirst().base().orElseThrow();
    }
  }

  /**
   * Opens a history.
   *
   * @param now microseconds since 1970; what was recorded later was so by a wrong clock
   */
  static HistoryReader open(FileHistory history, long now) throws IOException {
    HistoryReader reader = new HistoryReader(now);
    boolean done = false;
    try {
      for (Epoch epoch : history.epochs()) {
        reader.add(epoch);
      }
      done = true;
      return reader;
    } finally {
      if (!done) {
        reader.close();
      }
    }
  }

  private void add(Epoch epoch) throws IOException {
    if (!Files.exists(epoch.commits())) {
      return; // a crash came before its first record
    }
    CommitLog commits = CommitLog.read(epoch.commits());
    if (commits.size() == 0) {
      commits.close();
      return;
    }
    parts.add(new Part(epoch, commits, epoch.segments(), epoch.base()));
  }

  List<Part> parts() {
    return parts;
  }

  /** Returns the first time of which a state can be restored. */
  OptionalLong first() throws IOException {
    OptionalLong first = OptionalLong.empty();
    boolean served = false;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      served &= part.epoch().continuous();
      long index = served ? 0 : part.firstOwn();
      if (index >= 0) {
        served = true;
        long micros = Math.max(since(i), part.commits().get(index).micros());
        first = OptionalLong.of(Math.min(micros, first.orElse(micros)));
      }
    }
    return first;
  }

  /**
   * Returns from when on a part counts. A clock that was set back shows times again, and what came
   * last counts for them; but one that shows a time from long before the history began is wrong,
   * and what it recorded counts from where the parts before it end.
   */
  long since(int index) throws IOException {
    long start = parts.get(index).commits().get(0).micros();
    long began = parts.getFirst().commits().get(0).micros();
    if (!isWrong(start, began, now)) {
      return start;
    }
    long since = start;
    for (Part before : parts.subList(0, index)) {
      long last = before.commits().last().micros();
      since = last > now ? since : Math.max(since, last);
    }
    return since;
  }

  /** Returns whether a time is from long before what has begun by now. */
  static boolean isWrong(long micros, long began, long now) {
    return began <= now && micros < began - LONG_MICROS;
  }

  /** Returns the first time that anything counts for; the largest there is for an empty history. */
  long earliest() throws IOException {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < parts.size(); i++) {
      earliest = Math.min(earliest, since(i));
    }
    return earliest;
  }

  /** Returns whether nothing is recorded at a time, as the history began only later. */
  boolean startsAfter(long micros) throws IOException {
    return !parts.isEmpty()
        && parts.getFirst().epoch().number() == 0
        && parts.getFirst().commits().get(0).micros() > micros;
  }

  /** Returns the state with which the history begins, if it can be restored. */
  Optional<State> initial() throws IOException {
    return state(0, parts.getFirst().commits().get(0));
  }

  int bases() {
    return (int) parts.stream().filter(part -> part.base().isPresent()).count();
  }

  /** Returns the last state that is recorded. */
  Optional<Commit> last() throws IOException {
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast().commits().last());
  }

  /** Returns the state the file had at a time; empty when it cannot be told. */
  Optional<State> at(long micros) throws IOException {
    for (int i = parts.size() - 1; i >= 0; i--) {
      CommitLog commits = parts.get(i).commits();
      long index = since(i) > micros ? -1 : commits.lastUntil(micros);
      if (index >= 0) {
        Commit commit = commits.get(index);
        boolean inGap =
            index == commits.size() - 1
                && commit.micros() < micros
                && i + 1 < parts.size()
                && !parts.get(i + 1).epoch().continuous();
        return inGap ? Optional.empty() : state(i, commit);
      }
    }
    return Optional.empty();
  }

  private Optional<State> state(int part, Commit commit) {
    for (int i = part; i >= 0; i--) {
      Optional<Epoch.Base> base = parts.get(i).base();
      boolean serves =
          base.isPresent()
              && (i < part || commit.includes(base.get().segment(), base.get().frame()));
      if (serves) {
        return Optional.of(new State(commit, parts.subList(i, part + 1)));
      }
      if (!parts.get(i).epoch().continuous()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Counts the commits after a time until another one. */
  long commits(long after, long until) throws IOException {
    long count = 0;
    for (Part part : parts) {
      long from = Math.max(0, part.commits().lastUntil(after)); // the first record is no commit
      long to = Math.max(0, part.commits().lastUntil(until));
      count += to - from;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.commits().close();
    }
  }
}
