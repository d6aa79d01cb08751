package io.tenantry.core.rows;

import io.tenantry.sql.SqlNames;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table as long as it is the same one, whatever its name. One that is made under the name of
 * another is not that other one.
 */
public final class TrackedTable {
  /** Stands for a moment before the first statement. */
  static final int START = -1;

  /** Stands for a moment after the last statement. */
  static final int NEVER = Integer.MAX_VALUE;

  /** Its names, each by the place of the statement that gave it. */
  private final NavigableMap<Integer, String> names = new TreeMap<>();

  private final boolean temporary;
  private final int madeAt;
  private final Nature nature;
  private int goneAt = NEVER;

  /**
   * What kind of table it is.
   *
   * @param virtual whether a module keeps its rows
   * @param indexOf the table whose text it indexes, of a full-text index without text of its own
   * @param counts whether it never gives a number again (AUTOINCREMENT)
   */
  record Nature(boolean virtual, Optional<String> indexOf, boolean counts) {}

  TrackedTable(String name, boolean temporary, int madeAt, Nature nature) {
    this.names.put(madeAt, name);
    this.temporary = temporary;
    this.madeAt = madeAt;
    this.nature = nature;
  }

  /** Returns its name at the end, or the last one it had. */
  public String name() {
    return names.lastEntry().getValue();
  }

  /** Returns its name at the start, or the one it was made under. */
  public String firstName() {
    return names.firstEntry().getValue();
  }

  /** Returns its name right before the statement at a place, which comes after it was made. */
  String nameAt(int step) {
    return names.lowerEntry(step).getValue();
  }

  /** Returns whether it had a name that another table had, at any time. */
  boolean hadNameOf(TrackedTable other) {
    return names.values().stream()
        .anyMatch(name -> other.names.values().stream().anyMatch(its -> SqlNames.same(name, its)));
  }

  /** Returns whether it was there before the first statement. */
  public boolean isOld() {
    return madeAt == START;
  }

  /** Returns whether it is still there behind the last statement. */
  public boolean isAlive() {
    return goneAt == NEVER;
  }

  /** Returns whether it is there before the statement at a place. */
  public boolean isAliveAt(int step) {
    return madeAt < step && goneAt >= step;
  }

  /** Returns the place of the statement that made it; before 0 for an old one. */
  public int madeAt() {
    return madeAt;
  }

  /** Returns the place of the statement that dropped it; beyond all for one that stays. */
  public int goneAt() {
    return goneAt;
  }

  /** Returns whether it lies in the database itself, and not in that of one connection. */
  public boolean isTemporary() {
    return temporary;
  }

  /** Returns whether a module keeps its rows. */
  public boolean isVirtual() {
    return nature.virtual();
  }

  /**
   * Returns the table whose text it indexes, if it is a full-text index without text of its own.
   */
  public Optional<String> indexOf() {
    return nature.indexOf();
  }

  boolean counts() {
    return nature.counts();
  }

  void rename(int step, String other) {
    names.put(step, other);
  }

  void drop(int step) {
    goneAt = step;
  }

  @Override
  public String toString() {
    return name();
  }
}
