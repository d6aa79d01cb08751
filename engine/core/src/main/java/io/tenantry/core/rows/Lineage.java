package io.tenantry.core.rows;

import io.tenantry.core.rows.Strand.Source;
import io.tenantry.sql.SqlNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the tables and columns behind a walk are: renames change nothing, what takes a name that is
 * free again is something new, and a table that is made anew from another one, in one request that
 * drops the other, is that other one. One thread.
 */
public final class Lineage implements Identities {
  private final List<Moment> moments;
  private final Map<TrackedTable, Strand> strands = new LinkedHashMap<>();
  private final Map<Strand, Optional<Source>> parents = new HashMap<>();
  private final Map<String, Strand> named = new HashMap<>();

  /**
   * When a statement was recorded. What the same statement made is the same in each walk.
   *
   * @param request the version that came of its request
   * @param position its place in the request
   */
  public record Moment(int request, int position) {}

  private Lineage(List<Moment> moments) {
    this.moments = List.copyOf(moments);
  }

  /**
   * Follows tables through a walk.
   *
   * @param moments when each statement of the walk was recorded
   */
  public static Lineage of(RowWalk walk, List<Moment> moments) {
    Lineage lineage = new Lineage(moments);
    walk.tables().forEach(lineage::strand);
    walk.steps().forEach(lineage::step);
    lineage.settle();
    return lineage;
  }

  private Strand strand(TrackedTable table) {
    return strands.computeIfAbsent(
        table, _ -> new Strand(table, table.isOld() ? "" : moment(table.madeAt())));
  }

  private String moment(int place) {
    return moments.get(place).request() + "." + moments.get(place).position();
  }

  private void step(RowStep step) {
    if (step.target().isEmpty()) {
      return;
    }
    Strand strand = strand(step.target().get());
    step.ddl().ifPresent(ddl -> strand.changed(ddl, moment(step.place())));
    if (step.moves() && isSameRequest(step.place(), strand.table().madeAt())) {
      step.reads().forEach(source -> strand.copied(CopyMap.of(step, source), strand(source)));
    }
  }

  private boolean isSameRequest(int place, int other) {
    return other >= 0
        && other < moments.size()
        && moments.get(place).request() == moments.get(other).request();
  }

  /** Of several tables that could go on for one, the one that has its name does. */
  private void settle() {
    strands.values().forEach(strand -> parents.put(strand, findParent(strand)));
    Map<Strand, Strand> heirs = new HashMap<>();
    strands.values().stream()
        .filter(strand -> strand.table().isAlive() && !strand.table().isTemporary())
        .sorted(Comparator.comparing(strand -> !strand.table().hadNameOf(origin(strand).table())))
        .forEach(
            strand -> {
              if (heirs.putIfAbsent(origin(strand), strand) != null) {
                parents.put(strand, Optional.empty());
              }
              named.put(SqlNames.fold(strand.table().name()), strand);
            });
  }

  private Optional<Source> findParent(Strand strand) {
    List<Source> gone =
        strand.sources().stream()
            .filter(
                source -> isSameRequest(strand.table().madeAt(), source.strand().table().goneAt()))
            .toList();
    List<Source> whole = gone.stream().filter(Source::allRows).toList();
    return gone.stream()
        .filter(source -> strand.table().hadNameOf(origin(source.strand()).table()))
        .findFirst()
        .or(() -> whole.size() == 1 ? Optional.of(whole.getFirst()) : Optional.empty());
  }

  private Optional<Source> parent(Strand strand) {
    return parents.getOrDefault(strand, Optional.empty());
  }

  /** Older tables are settled first, so the parents of a parent are known. */
  private Strand origin(Strand strand) {
    return parent(strand).map(source -> origin(source.strand())).orElse(strand);
  }

  @Override
  public Identity of(String table) {
    Strand strand = named.get(SqlNames.fold(table));
    return strand == null ? Identities.byName().of(table) : origin(strand).identity();
  }

  @Override
  public Identity of(String table, String column) {
    Strand strand = named.get(SqlNames.fold(table));
    return strand == null
        ? Identities.byName().of(table, column)
        : root(strand, strand.column(column));
  }

  private Identity root(Strand strand, Identity column) {
    return parent(strand)
        .filter(source -> source.columns().containsKey(column))
        .map(source -> root(source.strand(), source.before(column)))
        .orElse(column);
  }
}
