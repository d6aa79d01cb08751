package io.tenantry.core.sessions;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work on a connection that is made for it, on a thread that may be given up on meanwhile. */
final class Connecting<T> implements AutoCloseable {
  private final Function<Link, T> work;
  private @Nullable Link link;

  Connecting(Function<Link, T> work) {
    this.work = work;
  }

  T on(Link made) {
    link = made;
    return work.apply(made);
  }

  /** Closes the connection when nobody will use it any more; on the same thread. */
  @Override
  public void close() {
    Link made = link;
    if (made != null) {
      made.close();
    }
  }
}
