package io.tenantry.app.screens.deployments;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ProgressSheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks once before a deployment is taken back, with everything there is to know: how many tenants
 * go where, what is lost, and in how many of them there is something to lose. UI thread.
 */
public final class UndoQuestion {
  private static final Duration BEFORE_PROGRESS = Duration.ofMillis(200);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Deployments deployments;
  private final Blueprints blueprints;
  private final Queries queries;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final ErrorPresenter errors;

  public UndoQuestion(
      Deployments deployments,
      Blueprints blueprints,
      Queries queries,
      TaskRunner tasks,
      Dialogs dialogs,
      WriteGuard guard,
      ErrorPresenter errors) {
    this.deployments = deployments;
    this.blueprints = blueprints;
    this.queries = queries;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.guard = guard;
    this.errors = errors;
  }

  /** Asks; {@code then} runs when the user wants it. */
  void ask(Deployment deployment, Runnable then) {
    tasks
        .call("deployment.outlook", () -> plan(deployment))
        .onSuccess(plan -> count(plan, then))
        .onFailure(errors::show)
        .latest(this)
        .start();
  }

  private UndoPlan plan(Deployment deployment) {
    UndoOutlook outlook = deployments.undoOutlook(deployment.jobId());
    List<UndoLoss> losses = new ArrayList<>();
    for (UndoOutlook.Way way : outlook.ways()) {
      blueprints
          .compare(
              deployment.blueprintId(), new CompareVersions(way.fromVersion(), way.toVersion()))
          .steps()
          .forEach(
              step -> UndoLoss.of(step).filter(l -> !losses.contains(l)).ifPresent(losses::add));
    }
    return new UndoPlan(deployment, outlook, losses, UndoFill.of(outlook));
  }

  private void count(UndoPlan plan, Runnable then) {
    if (plan.counting().isEmpty() || plan.outlook().tenants() > LossCount.MOST_TENANTS) {
      guard.run(change(plan, Optional.empty()), then);
      return;
    }
    LossCount count = new LossCount(queries, deployments);
    ProgressSheet sheet =
        new ProgressSheet(
            Text.of("deployment.undo.looking"), Text.of("deployment.undo.ask"), count::stop);
    TaskRunner.Handle showing = tasks.after(BEFORE_PROGRESS, () -> dialogs.show(sheet));
    TaskRunner.Handle ticking = tasks.every(TICK, () -> show(sheet, count.progress()));
    tasks
        .call("deployment.losses", () -> count.count(plan))
        .onSuccess(found -> guard.run(change(plan, found), then))
        .onFailure(_ -> guard.run(change(plan, Optional.empty()), then))
        .onDone(
            () -> {
              showing.close();
              ticking.close();
              dialogs.close(sheet);
            })
        .start();
  }

  private static void show(ProgressSheet sheet, FanOutProgress progress) {
    int seen = progress.answered() + progress.failed();
    sheet.say(
        progress.total() == 0 ? 0 : (double) seen / progress.total(),
        Text.of("deployment.of", Figures.count(seen), Figures.count(progress.total())));
  }

  static GuardedChange change(UndoPlan plan, Optional<List<Counted>> counted) {
    int all = plan.outlook().tenants();
    String tenants = DeploymentPlanWords.tenants(all);
    String name = plan.deployment().blueprintId().value();
    boolean isEmpty =
        counted.filter(found -> isNothing(plan, found)).isPresent()
            && plan.countable().size() == plan.losses().size();
    GuardedChange.Weight weight =
        plan.losses().isEmpty() || isEmpty
            ? GuardedChange.Weight.DESTRUCTIVE
            : GuardedChange.Weight.FINAL;
    return new GuardedChange(
            Text.of("deployment.undo.question", name, plan.deployment().version(), tenants),
            Text.of("deployment.undo.explain"),
            Text.of("deployment.undo.act", tenants),
            name,
            weight)
        .reaching(all)
        .naming(Stream.concat(lines(plan, counted).stream(), empty(plan, counted)).toList())
        .losing(losses(plan, counted, all));
  }

  private static boolean isNothing(UndoPlan plan, List<Counted> found) {
    return found.stream().limit(plan.countable().size()).allMatch(Counted.NOTHING::equals);
  }

  /** The ways, and what does not come back on them. */
  private static List<String> lines(UndoPlan plan, Optional<List<Counted>> counted) {
    UndoOutlook outlook = plan.outlook();
    List<String> lines = new ArrayList<>(ways(outlook));
    int at = plan.countable().size();
    List<UndoFill> countable = plan.countableFills();
    for (UndoFill fill : plan.fills()) {
      boolean counts = countable.contains(fill);
      int place = at;
      lines.add(fill.words(counts ? counted.map(found -> found.get(place)) : Optional.empty()));
      at += counts ? 1 : 0;
    }
    outlook.gone().stream()
        .filter(loss -> loss.rows() + loss.values() > 0)
        .map(loss -> Text.of("deployment.undo.gone", DeploymentForecast.counted(loss)))
        .forEach(lines::add);
    boolean leavesSomething = lines.size() > outlook.ways().size();
    if (leavesSomething && outlook.copies() > 0) {
      lines.add(Text.of("deployment.undo.copies", DeploymentPlanWords.tenants(outlook.copies())));
    }
    return lines;
  }

  private static List<String> ways(UndoOutlook outlook) {
    return outlook.ways().stream()
        .map(
            way ->
                Text.of(
                    "deployment.undo.way",
                    DeploymentPlanWords.tenants(way.tenants()),
                    way.fromVersion(),
                    way.toVersion()))
        .toList();
  }

  /** What goes without anything in it is named, and is no loss. */
  private static Stream<String> empty(UndoPlan plan, Optional<List<Counted>> counted) {
    return plan.losses().stream()
        .filter(loss -> having(plan, loss, counted).filter(found -> found == 0).isPresent())
        .map(loss -> Text.of("deployment.undo.nothingIn", loss.sentence()));
  }

  private static List<String> losses(UndoPlan plan, Optional<List<Counted>> counted, int all) {
    List<String> lines = new ArrayList<>();
    for (UndoLoss loss : plan.losses()) {
      Optional<Integer> found = having(plan, loss, counted);
      if (found.filter(none -> none == 0).isEmpty()) {
        lines.add(found.map(some -> counted(loss, some, all)).orElseGet(loss::sentence));
      }
    }
    return lines;
  }

  /** Returns how many tenants have something in what goes; empty where that is not known. */
  private static Optional<Integer> having(
      UndoPlan plan, UndoLoss loss, Optional<List<Counted>> counted) {
    int place = plan.countable().indexOf(loss);
    return place < 0 ? Optional.empty() : counted.map(found -> found.get(place).tenants());
  }

  private static String counted(UndoLoss loss, int found, int all) {
    return found == 1
        ? Text.of("deployment.undo.oneHas", loss.sentence(), Figures.count(all))
        : Text.of(
            "deployment.undo.someHave",
            loss.sentence(),
            Figures.count(found),
            Figures.count(all));
  }
}
