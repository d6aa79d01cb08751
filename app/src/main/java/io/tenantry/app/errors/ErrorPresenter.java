package io.tenantry.app.errors;

import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.notices.Retry;
import io.tenantry.app.notices.Teller;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an engine's error into what the user reads: what happened, why, what to do next. The one
 * place where an error that nobody handled ends. UI thread.
 */
public final class ErrorPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

  private final Notices notices;

  public ErrorPresenter(Notices notices) {
    this.notices = notices;
  }

  /** Returns what the window tells, to say that something went well. */
  public Notices notices() {
    return notices;
  }

  /** Tells an error that has no place of its own; it stays until the user closes it. */
  public void show(EngineException error) {
    log(error);
    teller(error).show(Fault.of(error).tone(), describe(error));
  }

  /** Tells that a connection could not be opened, until it can. */
  public void showUnopened(String connection, EngineException error) {
    log(error);
    notices.unopened(connection).show(Fault.of(error).tone(), describe(error));
  }

  /** Tells that a connection could not be opened, with a button that tries again. */
  public void showUnopened(String connection, EngineException error, Retry retry) {
    log(error);
    notices.unopened(connection).show(Fault.of(error).tone(), describe(error), again(retry));
  }

  /** Tells an error with a button that tries again. */
  public void showWithRetry(EngineException error, Retry retry) {
    log(error);
    teller(error).show(Fault.of(error).tone(), describe(error), again(retry));
  }

  private static Notice.Action again(Retry retry) {
    return Notice.Action.again(Text.of("error.retry"), retry);
  }

  /** That an engine does not answer is over when it answers. */
  private Teller teller(EngineException error) {
    return error.connectionFailure().isPresent() ? notices.silence() : notices.here();
  }

  /** Returns what the user reads about an error, for a screen that shows it in its own place. */
  public Problem describe(EngineException error) {
    return describe(error, Fault.of(error).key());
  }

  /**
   * Returns what the user reads about an error that has only a line, as one of many. Any thread.
   */
  public static String line(EngineException error) {
    String key = Fault.of(error).key() + ".line";
    return Text.has(key) ? Text.of(key) : sentence(error.message());
  }

  /** Returns what the user reads when an engine that was open does not answer any more. */
  public Problem describeLost(EngineException error) {
    boolean keyEnded = Fault.of(error) == Fault.UNAUTHORIZED;
    return keyEnded ? describe(error, "error.key_ended") : describe(error);
  }

  private static Problem describe(EngineException error, String key) {
    String reason = Text.has(key + ".text") ? Text.of(key + ".text") : sentence(error.message());
    int seconds =
        error.details().get("retry_after_seconds") instanceof Number wait ? wait.intValue() : 1;
    return new Problem(
        Text.of(key + ".title"), reason, Text.of(key + ".action", seconds), incident(error));
  }

  private static void log(EngineException error) {
    LOG.warn("Shown to the user: {} {}", error.code(), error.message());
  }

  private static Optional<String> incident(EngineException error) {
    return error.detail("incident");
  }

  private static String sentence(String message) {
    if (message.isEmpty()) {
      return message;
    }
    String text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
    char last = text.charAt(text.length() - 1);
    return last == '.' || last == '!' || last == '?' ? text : text + ".";
  }
}
