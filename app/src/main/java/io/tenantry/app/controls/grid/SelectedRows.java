package io.tenantry.app.controls.grid;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that rectangles touch, in order and each once, counted instead of listed. UI thread. */
final class SelectedRows extends AbstractList<Integer> {
  private final List<Span> spans = new ArrayList<>();
  private int size;

  /** Rows that follow one another; both ends belong to it. */
  private record Span(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  SelectedRows(List<CellBlock> blocks) {
    blocks.stream().sorted(Comparator.comparingInt(CellBlock::top)).forEach(this::add);
    size = spans.stream().mapToInt(Span::size).sum();
  }

  private void add(CellBlock block) {
    if (spans.isEmpty() || spans.getLast().last() < block.top()) {
      spans.add(new Span(block.top(), block.bottom()));
    } else {
      Span before = spans.removeLast();
      spans.add(new Span(before.first(), Math.max(before.last(), block.bottom())));
    }
  }

  @Override
  public Integer get(int index) {
    int left = index;
    for (Span span : spans) {
      if (left >= 0 && left < span.size()) {
        return span.first() + left;
      }
      left -= span.size();
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(@Nullable Object row) {
    return row instanceof Integer place
        && spans.stream().anyMatch(span -> span.first() <= place && place <= span.last());
  }
}
