package io.tenantry.app.errors;

import io.tenantry.app.fx.Problem;
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

  private final Banners banners;

  public ErrorPresenter(Banners banners) {
    this.banners = banners;
  }

  /** Returns the banners above the screen, to say that something went well. */
  public Banners banners() {
    return banners;
  }

  /** Shows an error as a banner above the screen. */
  public void show(EngineException error) {
    show(error, Optional.empty());
  }

  /** Shows an error as a banner with a button that tries again. */
  public void showWithRetry(EngineException error, Runnable retry) {
    show(error, Optional.of(new Banner.Action(Text.of("error.retry"), retry)));
  }

  /** Returns what the user reads about an error, for a screen that shows it in its own place. */
  public Problem describe(EngineException error) {
    String key = "error." + error.code().code();
    return new Problem(
        Text.of(key + ".title"),
        sentence(error.message()),
        Text.of(key + ".action"),
        incident(error));
  }

  private void show(EngineException error, Optional<Banner.Action> action) {
    LOG.warn("Shown to the user: {} {}", error.code(), error.message());
    banners.show(new Banner(tone(error), describe(error), action));
  }

  private static Banner.Tone tone(EngineException error) {
    return switch (error.code()) {
      case CONFLICT, RATE_LIMITED, OAUTH_MANAGED -> Banner.Tone.WARNING;
      case BAD_REQUEST,
          AUTH_REQUIRED,
          UNAUTHORIZED,
          FORBIDDEN,
          ROLE_REQUIRED,
          SCOPE_DENIED,
          PERMISSION_DENIED,
          NOT_FOUND,
          INTERNAL_ERROR ->
          Banner.Tone.DANGER;
    };
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
