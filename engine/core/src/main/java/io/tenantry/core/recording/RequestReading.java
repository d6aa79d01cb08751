package io.tenantry.core.recording;

import io.tenantry.core.recording.RecordedStep.DataNote;
import io.tenantry.core.recording.Watched.Together;
import io.tenantry.core.rows.Carried;
import io.tenantry.core.rows.Carrying;
import io.tenantry.core.rows.Rebuild;
import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.rows.RowLosses;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.rows.RowWarnings;
import io.tenantry.core.sqlite.Sqlite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Puts together what a request leaves: which of its statements are one change, which data
 * statements go with it, and what all that does to rows. One thread.
 */
final class RequestReading {
  private final Sqlite sqlite;
  private final RowWalk walk;
  private final List<Watched> watched;

  /** What is decided of data statements; of those that their author put together, nothing. */
  private final Map<Integer, Carried> decisions = new TreeMap<>();

  /** The changes by the place of their first statement. */
  private final Map<Integer, ChangeDraft> drafts = new TreeMap<>();

  private final Map<Integer, ChangeDraft> draftOf = new HashMap<>();

  RequestReading(Sqlite sqlite, RowWalk walk, List<Watched> watched) {
    this.sqlite = sqlite;
    this.walk = walk;
    this.watched = watched;
  }

  Recording read() {
    List<Rebuild> rebuilds = Rebuild.of(walk, place -> watched.get(place).made().isEmpty());
    Carrying.of(walk, rebuilds)
        .forEach(
            (place, decision) -> {
              if (watched.get(place).made().isEmpty()) {
                decisions.put(place, decision);
              }
            });
    together();
    rebuilds.forEach(this::rebuild);
    for (int place = 0; place < watched.size(); place++) {
      if (watched.get(place).ddl().isPresent() && !draftOf.containsKey(place)) {
        join(ChangeDraft.single(watched.get(place)), List.of(place));
      }
    }
    ConnectionTables own = ConnectionTables.of(walk, this::runs);
    decisions.replaceAll((place, decision) -> own.isLeft(place) ? own.left(place) : decision);
    own.needed().forEach((place, user) -> draft(user).ifPresent(draft -> adopt(draft, place)));
    decisions.forEach(this::decided);
    RowLosses.of(walk, this::runs).forEach(this::lost);
    return recording(own);
  }

  /** A statement is part of one change: a view that shows two tables goes with the first. */
  private void join(ChangeDraft draft, List<Integer> places) {
    List<Integer> free = places.stream().filter(place -> !draftOf.containsKey(place)).toList();
    if (!free.isEmpty()) {
      drafts.put(free.getFirst(), draft);
      free.forEach(place -> draftOf.put(place, draft));
    }
  }

  /** What its author has put together stays so, with all its rows. */
  private void together() {
    Map<Together, List<Integer>> made = new IdentityHashMap<>();
    for (int place = 0; place < watched.size(); place++) {
      int member = place;
      watched
          .get(place)
          .made()
          .ifPresent(of -> made.computeIfAbsent(of, _ -> new ArrayList<>()).add(member));
    }
    made.forEach((of, places) -> join(ChangeDraft.together(of), places));
  }

  private void rebuild(Rebuild rebuild) {
    join(ChangeDraft.rebuild(rebuild, walk), rebuild.schemaChanges(walk));
  }

  private void decided(int place, Carried decision) {
    if (decision.with().isPresent() && draftOf.containsKey(decision.with().getAsInt())) {
      ChangeDraft draft = draftOf.get(decision.with().getAsInt());
      draftOf.put(place, draft);
      if (decision.carried()) {
        draft.touchesRows(decision.reason());
      }
    }
  }

  private boolean runs(int place) {
    return !decisions.containsKey(place) || decisions.get(place).carried();
  }

  private void lost(RowLoss loss) {
    if (draftOf.containsKey(loss.place())) {
      draftOf.get(loss.place()).loses(loss.what());
    }
  }

  private Optional<ChangeDraft> draft(int place) {
    Carried decision = decisions.get(place);
    int with = decision == null ? place : decision.with().orElse(place);
    return Optional.ofNullable(draftOf.get(with));
  }

  private void adopt(ChangeDraft draft, int place) {
    draftOf.putIfAbsent(place, draft);
  }

  private Recording recording(ConnectionTables own) {
    List<ChangeDraft> order = new ArrayList<>(drafts.values());
    Map<ChangeDraft, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      numbers.putIfAbsent(order.get(i), i);
    }
    DataGroups groups = new DataGroups(watched, decisions);
    Map<Integer, Integer> positions = new HashMap<>();
    List<RecordedStep> steps = new ArrayList<>();
    for (int place = 0; place < watched.size(); place++) {
      if (!groups.isLeftOut(place) && (decisions.containsKey(place) || !own.isLeft(place))) {
        positions.put(place, steps.size());
        Optional<DataNote> note = note(place, groups, positions);
        steps.add(new RecordedStep(watched.get(place).statement(), change(place, numbers), note));
      }
    }
    return new Recording(
        order.stream().map(ChangeDraft::change).toList(),
        steps,
        RowWarnings.of(sqlite, walk, this::runs));
  }

  private OptionalInt change(int place, Map<ChangeDraft, Integer> numbers) {
    ChangeDraft draft = draftOf.get(place);
    Integer number = draft == null ? null : numbers.get(draft);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private Optional<DataNote> note(int place, DataGroups groups, Map<Integer, Integer> positions) {
    return Optional.ofNullable(decisions.get(place))
        .map(
            decision ->
                new DataNote(
                    decision.carried(),
                    decision.carried(),
                    decision.reason(),
                    positions.getOrDefault(groups.first(place), 0),
                    groups.count(place)));
  }
}
