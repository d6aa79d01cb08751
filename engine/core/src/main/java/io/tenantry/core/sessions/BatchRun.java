package io.tenantry.core.sessions;

import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.access.Caller;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.TransactionControl;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch: steps that run one after the other when their conditions hold. */
final class BatchRun {
  private final Target target;
  private final Statements statements;
  private final Caller caller;
  private final List<BatchStep> steps;
  private final List<StepOutcome> outcomes = new ArrayList<>();
  private final Conditions conditions;

  /** Whether all steps are one transaction of ours. */
  private boolean together;

  BatchRun(Target target, Statements statements, Caller caller, List<BatchStep> steps) {
    this.target = target;
    this.statements = statements;
    this.caller = caller;
    this.steps = steps;
    this.conditions = new Conditions(outcomes, statements::isAutocommit);
  }

  /** Schema changes of a batch make one version, so they are committed together. */
  List<StepOutcome> run() {
    together = statements.isOutside() && changesSchema();
    return together
        ? statements.together(true, statements.wants(texts()), this::runSteps)
        : runSteps();
  }

  private List<StepOutcome> runSteps() {
    for (int i = 0; i < steps.size(); i++) {
      boolean holds = steps.get(i).condition().map(conditions::hold).orElse(true);
      outcomes.add(holds ? outcome(i) : new StepOutcome.Skipped());
    }
    return List.copyOf(outcomes);
  }

  private StepOutcome outcome(int step) {
    DatabaseStatement statement = steps.get(step).statement();
    try {
      SqlStatement single = StatementReader.single(statement.sql());
      return new StepOutcome.Done(
          statements.run(caller, single, statement, () -> onlyReadsAfter(step)));
    } catch (EngineException e) {
      if (e.code() == ErrorCode.INTERNAL_ERROR && together) {
        throw e; // what the steps before it did goes with it
      }
      return new StepOutcome.Broken(e);
    }
  }

  /** Returns whether the transaction that this step begins ends in this batch and only reads. */
  private boolean onlyReadsAfter(int step) {
    for (BatchStep later : steps.subList(step + 1, steps.size())) {
      Optional<Kind> kind = kind(later);
      if (kind.isEmpty() || kind.get() == Kind.CHANGE) {
        return false;
      }
      if (kind.get() == Kind.END) {
        return true;
      }
    }
    return false;
  }

  private List<SqlStatement> texts() {
    return steps.stream().flatMap(step -> single(step).stream()).toList();
  }

  private boolean changesSchema() {
    boolean schema = false;
    for (BatchStep step : steps) {
      Optional<SqlStatement> single = single(step);
      if (single.isEmpty() || isControl(single.get())) {
        return false;
      }
      schema |= isSchema(single.get());
    }
    return schema;
  }

  private boolean isSchema(SqlStatement single) {
    return switch (single.verb()) {
      case "CREATE", "ALTER", "DROP" -> target.recordsSchema() && caller.canWrite();
      default -> false;
    };
  }

  private enum Kind {
    READ,
    CHANGE,
    END
  }

  private Optional<Kind> kind(BatchStep step) {
    Optional<SqlStatement> single = single(step);
    if (single.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<TransactionControl> control = TransactionControl.parse(single.get());
      if (control.isPresent()) {
        boolean ends =
            control.get() instanceof TransactionControl.Commit
                || control.get() instanceof TransactionControl.Rollback;
        return Optional.of(ends ? Kind.END : Kind.READ);
      }
      boolean reads = target.gate(single.get(), caller).kind() == StatementKind.READ;
      return Optional.of(reads ? Kind.READ : Kind.CHANGE);
    } catch (EngineException refused) {
      return Optional.empty(); // running it says why
    }
  }

  private static boolean isControl(SqlStatement single) {
    return switch (single.verb()) {
      case "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE" -> true;
      default -> false;
    };
  }

  private static Optional<SqlStatement> single(BatchStep step) {
    try {
      return Optional.of(StatementReader.single(step.statement().sql()));
    } catch (EngineException refused) {
      return Optional.empty();
    }
  }
}
