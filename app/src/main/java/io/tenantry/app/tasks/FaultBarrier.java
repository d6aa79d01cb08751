package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps a fault in one part of the window from taking down what stands around it. Any thread. */
public final class FaultBarrier {
  private FaultBarrier() {}

  /**
   * Runs something and returns what it gives; when it breaks, the fault is logged and another
   * answer takes the place.
   *
   * @param where what is done, for the log
   * @param onFault answers for it; is told the fault
   */
  public static <T> T orElse(
      String where, Supplier<T> work, Function<? super EngineException, ? extends T> onFault) {
    try {
      return work.get();
    } catch (EngineException e) {
      return onFault.apply(e);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return onFault.apply(IncidentCodes.of(where, e));
    }
  }
}
