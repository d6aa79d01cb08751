package io.tenantry.core.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One list that the threads of a pool work off together. */
final class SharedList<T, R> implements WorkerPool.Turn {
  private final List<T> items;
  private final Function<? super T, ? extends R> work;
  private final AtomicReferenceArray<R> results;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile CountDownLatch open = new CountDownLatch(0);

  SharedList(List<T> items, Function<? super T, ? extends R> work) {
    this.items = items;
    this.work = work;
    this.results = new AtomicReferenceArray<>(items.size());
  }

  @Override
  public void started(int turns) {
    open = new CountDownLatch(turns);
  }

  @Override
  public boolean take() {
    int index = next.getAndIncrement();
    if (index >= items.size() || failure.get() != null) {
      return false;
    }
    try {
      results.set(index, work.apply(items.get(index)));
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
    return next.get() < items.size();
  }

  @Override
  public void ended(boolean dropped) {
    if (dropped) {
      failure.compareAndSet(null, new CancellationException("the engine is closing"));
    }
    open.countDown();
  }

  /** Waits until no thread works on the list any more, even when interrupted. */
  List<R> await() {
    boolean interrupted = false;
    while (true) {
      try {
        open.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        failure.compareAndSet(null, new CancellationException("interrupted"));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow();
    List<R> list = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      list.add(results.get(i));
    }
    return list;
  }

  private void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
