package io.tenantry.client.queries;

import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.TenantAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hands over the answers of an engine that gives them only all at once. Any thread. */
final class CollectedFanOut implements FanOut {
  private final List<TenantAnswer> answers;
  private FanOutProgress progress;
  private boolean over;

  CollectedFanOut(List<TenantAnswer> answers) {
    this.answers = answers;
    this.progress = FanOutProgress.of(answers.size());
    this.over = answers.isEmpty();
  }

  @Override
  public synchronized FanOutProgress progress() {
    return progress;
  }

  @Override
  public synchronized Optional<FanOutAnswer> next(Duration patience) {
    if (over) {
      return Optional.empty();
    }
    int position = progress.answered() + progress.failed();
    TenantAnswer answer = answers.get(position);
    progress = progress.plus(answer);
    over = progress.waiting() == 0;
    return Optional.of(new FanOutAnswer(position, answer));
  }

  @Override
  public synchronized boolean isOver() {
    return over;
  }

  /** Every statement ran, so every answer is handed over. */
  @Override
  public void cancel() {}

  @Override
  public synchronized void close() {
    over = true;
  }
}
