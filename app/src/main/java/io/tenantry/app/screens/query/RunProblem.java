package io.tenantry.app.screens.query;

import io.tenantry.app.controls.sql.SqlPart;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.util.OptionalInt;

/**
 * Why a run failed.
 *
 * @param problem what the user reads
 * @param place where in the text of the tab, when it is known
 */
record RunProblem(Problem problem, OptionalInt place) {

  static RunProblem of(EngineException error, SqlPart part, ErrorPresenter errors) {
    OptionalInt place = place(error, part);
    Problem said = errors.describe(error);
    boolean ofText = error.code() == ErrorCode.BAD_REQUEST;
    return new RunProblem(
        ofText
            ? new Problem(
                Text.of("query.failed.title"), said.text(), action(error, place), said.incident())
            : said,
        place);
  }

  private static String action(EngineException error, OptionalInt place) {
    if (error.isBecause(FailureReason.TIMEOUT)) {
      return Text.of("query.failed.timeout");
    }
    return Text.of(place.isPresent() ? "query.failed.correct" : "query.failed.change");
  }

  private static OptionalInt place(EngineException error, SqlPart part) {
    OptionalInt offset = number(error, "offset");
    if (offset.isPresent()) {
      return OptionalInt.of(part.start() + offset.getAsInt());
    }
    OptionalInt line = number(error, "line");
    return line.isPresent()
        ? OptionalInt.of(part.start() + startOf(part.sql(), line.getAsInt()))
        : OptionalInt.empty();
  }

  private static OptionalInt number(EngineException error, String detail) {
    return error
        .detail(detail)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElseGet(OptionalInt::empty);
  }

  /** Returns where a line begins, counted from 1. */
  private static int startOf(String sql, int line) {
    int start = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = sql.indexOf('\n', start);
      if (end < 0) {
        return start;
      }
      start = end + 1;
    }
    return start;
  }
}
