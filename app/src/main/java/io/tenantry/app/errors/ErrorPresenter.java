package io.tenantry.app.errors;

import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.notices.Retry;
import io.tenantry.app.notices.Teller;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.PartFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    teller(error).show(FaultKind.of(error).tone(), describe(error));
  }

  /** Tells that a connection could not be opened, until it can. */
  public void showUnopened(String connection, EngineException error) {
    log(error);
    notices.unopened(connection).show(FaultKind.of(error).tone(), describe(error));
  }

  /** Tells that a connection could not be opened, with a button that tries again. */
  public void showUnopened(String connection, EngineException error, Retry retry) {
    log(error);
    notices.unopened(connection).show(FaultKind.of(error).tone(), describe(error), again(retry));
  }

  /** Tells an error with a button that tries again. */
  public void showWithRetry(EngineException error, Retry retry) {
    log(error);
    teller(error).show(FaultKind.of(error).tone(), describe(error), again(retry));
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
    return describe(error, FaultKind.of(error).key());
  }

  /**
   * Returns what the user reads about an error that has only a line, as one of many. Any thread.
   */
  public static String line(EngineException error) {
    return worded(error, FaultKind.of(error).key() + ".line")
        .orElseGet(() -> sentence(error.message()));
  }

  /** Returns the same about one part of many that failed. */
  public static String line(PartFailure failure) {
    return line(failure.exception());
  }

  /** Returns the same where nothing beside it says which tenant it is about. Any thread. */
  public static String naming(EngineException error) {
    return error
        .detail("tenant_id")
        .flatMap(_ -> worded(error, FaultKind.of(error).key() + ".named"))
        .orElseGet(() -> line(error));
  }

  /** Says why the act of a sheet failed: at the field it is about, else above the sheet's foot. */
  public void tell(EngineException error, FormBuilder form, Sheet sheet) {
    sheet.busy(false);
    boolean shown =
        error.detail("field").filter(field -> form.error(field, line(error))).isPresent();
    if (!shown) {
      sheet.fail(describe(error));
    }
  }

  /** Returns what the user reads when an engine that was open does not answer any more. */
  public Problem describeLost(EngineException error) {
    boolean keyEnded = FaultKind.of(error) == FaultKind.UNAUTHORIZED;
    return keyEnded ? describe(error, "error.key_ended") : describe(error);
  }

  private static Problem describe(EngineException error, String key) {
    String reason = worded(error, key + ".text").orElseGet(() -> sentence(error.message()));
    int seconds =
        error.details().get("retry_after_seconds") instanceof Number wait ? wait.intValue() : 1;
    return new Problem(
        Text.of(key + ".title"), reason, Text.of(key + ".action", seconds), incident(error));
  }

  /** Our words, which do not name calls of the API as those of the engine do. */
  private static Optional<String> worded(EngineException error, String key) {
    return Optional.of(key)
        .filter(Text::has)
        .flatMap(
            words ->
                switch (FaultKind.of(error)) {
                  case ROLE_REQUIRED -> roles(error, words);
                  default -> Optional.of(Text.of(words, error.detail("tenant_id").orElse("")));
                });
  }

  private static Optional<String> roles(EngineException error, String words) {
    return error.details().get("required_roles") instanceof List<?> roles
        ? Optional.of(
            Text.of(
                words,
                roles.stream().map(String::valueOf).collect(Collectors.joining(" or ")),
                error.detail("current_role").orElse("")))
        : Optional.empty();
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
