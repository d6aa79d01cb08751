package io.tenantry.core.jobs;

import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where background work may turn a fault of the program into a result. */
public final class Fault {
  private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

  private Fault() {}

  /** Does the work; a fault is logged and answered by the other function. */
  public static <T> T guard(
      String what, Supplier<T> work, Function<? super RuntimeException, T> onFault) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      LOG.error("{} met a fault", what, e);
      return onFault.apply(e);
    }
  }
}
