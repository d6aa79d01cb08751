package io.tenantry.app.lists;

import io.tenantry.app.fx.Order;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A long list of numbered names, which can be changed and made to fail while it is shown. */
final class Numbers implements ListSource<String> {
  private final List<String> all = new ArrayList<>();
  private final List<Long> asked = new ArrayList<>();
  private boolean failing;

  Numbers(int count) {
    IntStream.range(0, count).mapToObj(Numbers::name).forEach(all::add);
  }

  static String name(int number) {
    return "n-%06d".formatted(number);
  }

  /** The names as they are now. */
  List<String> all() {
    return all;
  }

  /** Where the pages begin that were asked for, oldest first. */
  List<Long> asked() {
    return asked;
  }

  void fail(boolean now) {
    failing = now;
  }

  @Override
  public ListQuery<String> query(String filter, Optional<Order> order) {
    if (filter.contains("?")) {
      throw EngineException.badRequest("Unknown filter '" + filter + "'");
    }
    return new Query(filter, order.map(Order::descending).orElse(false));
  }

  private final class Query implements ListQuery<String> {
    private final String filter;
    private final boolean down;

    Query(String filter, boolean down) {
      this.filter = filter;
      this.down = down;
    }

    /** All names are in their order already, which saves time. */
    private List<String> names() {
      if (filter.isEmpty() && !down) {
        return all;
      }
      Comparator<String> up = Comparator.naturalOrder();
      return all.stream()
          .filter(name -> name.contains(filter))
          .sorted(down ? up.reversed() : up)
          .toList();
    }

    @Override
    public Page<String> page(long offset, int limit) {
      asked.add(offset);
      if (failing) {
        throw new EngineException(ErrorCode.INTERNAL_ERROR, "the engine is away");
      }
      List<String> names = names();
      int from = (int) Math.min(offset, names.size());
      int to = Math.min(from + limit, names.size());
      return new Page<>(names.subList(from, to), names.size(), Optional.empty());
    }

    @Override
    public OptionalLong startingWith(String prefix) {
      List<String> names = names();
      return IntStream.range(0, names.size())
          .filter(index -> names.get(index).startsWith(prefix))
          .asLongStream()
          .findFirst();
    }

    @Override
    public OptionalLong position(String key) {
      int index = names().indexOf(key);
      return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
    }
  }
}
