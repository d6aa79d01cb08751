package io.tenantry.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameThreadTaskRunnerTest {
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<String> seen = new ArrayList<>();

  @Test
  void lateFirstAnswerDoesNotOverwriteTheSecond() {
    tasks.hold();
    tasks.call("load", () -> "first").onSuccess(seen::add).latest(this).start();
    tasks.call("load", () -> "second").onSuccess(seen::add).latest(this).start();
    tasks.deliverLast();
    tasks.deliverNext();
    assertThat(seen).containsExactly("second");
  }

  @Test
  void callsOfDifferentNamesDoNotDropEachOther() {
    tasks.hold();
    tasks.call("rows", () -> "rows").onSuccess(seen::add).latest(this).start();
    tasks.call("count", () -> "count").onSuccess(seen::add).latest(this).start();
    tasks.deliverNext();
    tasks.deliverNext();
    assertThat(seen).containsExactly("rows", "count");
  }

  @Test
  void forgettingAnOwnerDropsItsAnswers() {
    tasks.hold();
    tasks.call("load", () -> "late").onSuccess(seen::add).latest(this).start();
    tasks.forget(this);
    tasks.deliverNext();
    assertThat(seen).isEmpty();
  }

  @Test
  void failureOfTheEngineReachesTheCallback() {
    List<EngineException> failures = new ArrayList<>();
    tasks
        .<String>call(
            "load",
            () -> {
              throw EngineException.notFound("Tenant not found: wayne");
            })
        .onFailure(failures::add)
        .start();
    assertThat(failures)
        .extracting(EngineException::message)
        .containsExactly("Tenant not found: wayne");
  }

  @Test
  void anyOtherFailureBecomesAnIncident() {
    tasks
        .<String>call(
            "load",
            () -> {
              throw new IllegalStateException("broken");
            })
        .start();
    EngineException failure = tasks.unhandled().getFirst();
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(failure.detail("incident")).isPresent();
  }
}
