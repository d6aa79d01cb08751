package io.tenantry.app.lists;

import io.tenantry.app.controls.tables.RowMarking;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Turns what the table points at, by index, into what is selected, by key. UI thread. */
final class RowSelection<R> implements RowMarking<R> {
  private final ListModel<R> model;
  private final boolean several;
  private final ReadOnlyBooleanWrapper gathering = new ReadOnlyBooleanWrapper();
  private int expected = -1;
  private int asked;

  RowSelection(ListModel<R> model, boolean several) {
    this.model = model;
    this.several = several;
    model.rows().subscribe(this::arrived);
    model.opened().subscribe(_ -> expected = -1);
  }

  /** Whether rows that are selected are still being read. */
  ReadOnlyBooleanProperty gathering() {
    return gathering.getReadOnlyProperty();
  }

  @Override
  public boolean isMarked(R row) {
    return model.marks().contains(row);
  }

  @Override
  public void only(int index) {
    asked++;
    R row = row(index);
    if (row == null) {
      model.marks().clear();
      expected = index;
    } else {
      expected = -1;
      model.marks().only(row);
    }
  }

  private @Nullable R row(int index) {
    return index >= 0 && index < model.rows().size() ? model.rows().get(index) : null;
  }

  /** The row that was asked for while it was still to come. */
  private void arrived() {
    if (expected >= 0 && row(expected) != null) {
      only(expected);
    }
  }

  @Override
  public void toggle(int index) {
    R row = row(index);
    if (row == null || !several) {
      only(index);
    } else {
      expected = -1;
      model.marks().toggle(row);
    }
  }

  @Override
  public void span(int from, int to, boolean besides) {
    if (!several) {
      only(to);
      return;
    }
    expected = -1;
    int mine = ++asked;
    gathering.set(true);
    model.range(
        Math.max(0, Math.min(from, to)),
        Math.max(from, to),
        rows -> {
          if (mine == asked) {
            gathering.set(false);
            take(rows, besides);
          }
        });
  }

  private void take(List<R> rows, boolean besides) {
    if (besides) {
      model.marks().add(rows);
    } else {
      model.marks().only(rows);
    }
  }

  @Override
  public void all() {
    if (several) {
      asked++;
      gathering.set(false);
      model.marks().selectAll();
    }
  }

  @Override
  public boolean none() {
    expected = -1;
    boolean any = model.marks().count(model.total().get()) > 0;
    model.marks().clear();
    return any;
  }

  @Override
  public ObservableValue<?> version() {
    return model.marks().version();
  }
}
