package io.tenantry.app.controls.grid;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Tells that everything in a list was replaced, in constant time: the toolkit's own lists copy what
 * was there before.
 *
 * @param <E> what is in the list
 */
final class ReplacedAll<E> extends ListChangeListener.Change<E> {
  private static final int[] NO_PERMUTATION = {};

  /** What the toolkit's table remembers of the cells selected last. */
  private static final int REMEMBERED = 10;

  private final List<E> removed;
  private boolean told;

  /**
   * Creates the change.
   *
   * @param list as it is now
   * @param removed what was in it
   */
  ReplacedAll(ObservableList<E> list, List<E> removed) {
    super(list);
    this.removed = removed;
  }

  @Override
  public boolean next() {
    boolean first = !told;
    told = true;
    return first;
  }

  @Override
  public void reset() {
    told = false;
  }

  @Override
  public int getFrom() {
    return 0;
  }

  @Override
  public int getTo() {
    return getList().size();
  }

  /** Only the last ones: the toolkit's table walks through all of them to remember those. */
  @Override
  public List<E> getAddedSubList() {
    int size = getList().size();
    return getList().subList(Math.max(0, size - REMEMBERED), size);
  }

  @Override
  public int getAddedSize() {
    return Math.min(REMEMBERED, getList().size());
  }

  @Override
  public List<E> getRemoved() {
    return removed;
  }

  @Override
  protected int[] getPermutation() {
    return NO_PERMUTATION;
  }
}
