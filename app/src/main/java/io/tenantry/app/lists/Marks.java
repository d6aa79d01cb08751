package io.tenantry.app.lists;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Which rows are selected: some, by their keys, so that it survives paging and sorting; or all that
 * the filter lets through, but for some. UI thread.
 */
public final class Marks<R> {
  private final Function<R, String> key;
  private final Map<String, R> rows = new LinkedHashMap<>();
  private final Set<String> except = new HashSet<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();

  Marks(Function<R, String> key) {
    this.key = key;
  }

  /** Another number after each change. */
  public ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  /** Whether it is everything the filter lets through, but for some. */
  public ReadOnlyBooleanProperty all() {
    return all.getReadOnlyProperty();
  }

  /** Says whether a row is selected. */
  public boolean contains(R row) {
    String id = key.apply(row);
    return all.get() ? !except.contains(id) : rows.containsKey(id);
  }

  /** Returns how many rows of a list with that many are selected. */
  public long count(long total) {
    return all.get() ? Math.max(0, total - except.size()) : rows.size();
  }

  /** Returns what is selected, of a list under a filter. */
  public Chosen<R> chosen(String filter, long total) {
    return all.get()
        ? new Chosen.Matching<>(filter, total, except)
        : new Chosen.Rows<>(List.copyOf(rows.values()));
  }

  /** Selects a row and no other. */
  public void only(R row) {
    only(List.of(row));
  }

  /** Selects rows and no others. */
  public void only(Collection<? extends R> wanted) {
    all.set(false);
    except.clear();
    rows.clear();
    wanted.forEach(row -> rows.put(key.apply(row), row));
    changed();
  }

  /** Selects rows besides those that are. */
  public void add(Collection<? extends R> more) {
    for (R row : more) {
      if (all.get()) {
        except.remove(key.apply(row));
      } else {
        rows.put(key.apply(row), row);
      }
    }
    changed();
  }

  /** Selects a row, or not any more. */
  public void toggle(R row) {
    String id = key.apply(row);
    if (all.get()) {
      if (!except.remove(id)) {
        except.add(id);
      }
    } else if (rows.remove(id) == null) {
      rows.put(id, row);
    }
    changed();
  }

  /** Selects everything the filter lets through. */
  public void selectAll() {
    rows.clear();
    except.clear();
    all.set(true);
    changed();
  }

  /** Selects nothing. */
  public void clear() {
    if (all.get() || !rows.isEmpty()) {
      all.set(false);
      rows.clear();
      except.clear();
      changed();
    }
  }

  /** Takes rows as they are now for those that are selected. */
  void renew(Collection<? extends R> fresh) {
    fresh.forEach(row -> rows.computeIfPresent(key.apply(row), (_, _) -> row));
  }

  /** Drops what is not among the rows of the whole list. */
  void keepOnly(Collection<? extends R> whole) {
    Set<String> there = new HashSet<>();
    whole.forEach(row -> there.add(key.apply(row)));
    if (rows.keySet().retainAll(there)) {
      changed();
    }
  }

  /** Returns the keys that it is about, of selected rows or of those that were taken out. */
  Set<String> keys() {
    return Set.copyOf(all.get() ? except : rows.keySet());
  }

  /** Forgets rows that are not in the list any more. */
  void drop(Set<String> gone) {
    if (rows.keySet().removeAll(gone) | except.removeAll(gone)) {
      changed();
    }
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
