package io.tenantry.app.screens.query;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.sql.DataVerb;
import io.tenantry.sql.SqlScript;
import io.tenantry.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a run. */
final class RunWords {
  private static final double NANOS_PER_SECOND = 1e9;

  private RunWords() {}

  /**
   * Returns what the bar over the result says: all of it, or one word when a message below says it.
   *
   * @param whole whether nothing below says it
   */
  static String inBar(RunState state, boolean whole) {
    return switch (state.phase()) {
      case RUNNING, STOPPING -> summary(state);
      case FAILED -> whole ? summary(state) : Text.of("query.failed.summary");
      case STOPPED -> whole ? summary(state) : Text.of("query.stopped");
      case LEFT -> Text.of("query.stopped");
      case DONE -> whole || state.effect().isEmpty() ? summary(state) : Text.of("query.done");
    };
  }

  /** Returns what came of a run, in one line. */
  static String summary(RunState state) {
    return switch (state.phase()) {
      case RUNNING, STOPPING -> progress(state);
      case STOPPED -> stopped(state);
      case LEFT -> Text.of("query.left", Figures.duration(state.elapsed()));
      case DONE -> state.effect().orElseGet(() -> rowsOf(state));
      case FAILED ->
          state
              .progress()
              .map(RunWords::brokenOff)
              .orElseGet(() -> Text.of("query.failed.summary"));
    };
  }

  /** Returns what is kept of a run when its rows are gone, in one line. */
  static String kept(RunState state) {
    return switch (state.phase()) {
      case RUNNING, STOPPING -> cutOff(state);
      case DONE, STOPPED, LEFT -> summary(state);
      case FAILED ->
          state
              .problem()
              .map(failure -> failure.problem().text().replaceAll("\\s+", " ").strip())
              .orElseGet(() -> summary(state));
    };
  }

  private static String cutOff(RunState state) {
    String rows = rows(state.counts().rows());
    return state
        .progress()
        .map(each -> answered(each, "query.notReached") + " \u00b7 " + rows)
        .orElse("");
  }

  private static String progress(RunState state) {
    String elapsed = Figures.duration(state.elapsed());
    if (state.phase() == RunState.Phase.STOPPING) {
      return Text.of("query.stopping", elapsed);
    }
    return state
        .progress()
        .map(
            progress ->
                Text.of(
                    "query.progress", answered(progress, "query.waiting"), elapsed, rate(state)))
        .orElseGet(() -> Text.of("query.running", elapsed));
  }

  /** Returns how many tenants answered, how many failed, and how the rest stands. */
  private static String answered(FanOutProgress progress, String rest) {
    List<String> parts = new ArrayList<>();
    parts.add(Text.of("query.answered", Figures.count(progress.answered())));
    if (progress.failed() > 0) {
      parts.add(Text.of("query.failed", Figures.count(progress.failed())));
    }
    if (progress.waiting() > 0) {
      parts.add(Text.of(rest, Figures.count(progress.waiting())));
    }
    return String.join(" · ", parts);
  }

  private static String rate(RunState state) {
    double seconds = state.elapsed().toNanos() / NANOS_PER_SECOND;
    long done = state.progress().map(each -> each.answered() + each.failed()).orElse(0);
    return Figures.count(seconds <= 0 ? 0 : Math.round(done / seconds));
  }

  private static String stopped(RunState state) {
    String elapsed = Figures.duration(state.elapsed());
    return state
        .progress()
        .map(each -> Text.of("query.stopped.many", elapsed, answered(each, "query.notReached")))
        .orElseGet(() -> Text.of("query.stopped.one", elapsed));
  }

  private static String brokenOff(FanOutProgress progress) {
    return Text.of("query.brokenOff", answered(progress, "query.notReached"));
  }

  private static String rowsOf(RunState state) {
    String rows = rows(state.counts().rows());
    return state
        .progress()
        .map(
            progress ->
                progress.failed() == 0
                    ? Text.of("query.many", rows, tenants(progress.total()))
                    : Text.of(
                        "query.manyFailed",
                        rows,
                        tenants(progress.total()),
                        Figures.count(progress.failed())))
        .orElse(rows);
  }

  /** Returns what a statement without rows did: {@code 1 row added}. */
  static Optional<String> effect(String sql, QueryResult result) {
    if (!result.columns().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        result.rowsAffected().map(count -> changed(sql, count)).orElse(Text.of("query.done")));
  }

  /** Returns what a statement without rows did to many tenants; empty for one with rows. */
  static Optional<String> effect(String sql, AnswerTable answers, FanOutProgress progress) {
    return answers.tellsEffects()
        ? Optional.of(
            Text.of(
                "query.effect.many",
                changed(sql, answers.changed()),
                tenants(progress.answered()),
                progress.failed() == 0
                    ? ""
                    : ", " + Text.of("query.failed", Figures.count(progress.failed()))))
        : Optional.empty();
  }

  /** Returns what a statement did to that many rows. */
  private static String changed(String sql, long count) {
    List<SqlStatement> statements = SqlScript.split(sql);
    String verb =
        statements.isEmpty()
            ? ""
            : DataVerb.of(statements.getLast().tokens()).map(DataVerb::word).orElse("");
    return switch (verb) {
      case "INSERT", "REPLACE" -> Text.of("query.added", rows(count));
      case "UPDATE" -> Text.of("query.changed", rows(count));
      case "DELETE" -> Text.of("query.deleted", rows(count));
      default -> count == 0 ? Text.of("query.done") : Text.of("query.changed", rows(count));
    };
  }

  static String rows(long count) {
    return Figures.count(count, Text.of("query.row"), Text.of("query.rows"));
  }

  private static String tenants(long count) {
    return Figures.count(count, Text.of("query.tenant"), Text.of("query.tenants"));
  }
}
