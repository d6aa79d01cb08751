package io.tenantry.app.recorded;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.sql.SqlScript;
import io.tenantry.sql.SqlStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A request whose schema changes were recorded, with what there is to say of them.
 *
 * @param workspace where it ran
 * @param version the version that it made; absent in control mode
 * @param told the data statements that came with the changes, and what those do to rows
 */
public record RecordedRequest(
    WorkspaceName workspace, Optional<Version> version, RecordedChanges told) {

  /** Returns what SQL recorded; empty when there is nothing to say of it. */
  public static Optional<RecordedRequest> of(WorkspaceName workspace, WorkspaceQueryResult answer) {
    return of(
        workspace,
        answer.version(),
        new RecordedChanges(answer.dataStatements(), answer.warnings()));
  }

  /**
   * Returns what a request recorded; empty when there is nothing to say of it.
   *
   * @param latest the latest version after it; what came with a data statement knows better
   */
  public static Optional<RecordedRequest> of(
      WorkspaceName workspace, Optional<Version> latest, RecordedChanges told) {
    Optional<Version> made =
        told.dataStatements().stream().findFirst().map(DataStatement::version).or(() -> latest);
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordedRequest(workspace, made, told));
  }

  /** Returns how many data statements tenants run. */
  public long carried() {
    return count(DataStatement::carried);
  }

  /** Returns how many data statements stay in the workspace. */
  public long staying() {
    return count(statement -> !statement.carried());
  }

  private long count(Predicate<DataStatement> which) {
    return told.dataStatements().stream().filter(which).mapToLong(DataStatement::count).sum();
  }

  /** Returns it as it stands now; what waits no more in the deploy queue is decided. */
  RecordedRequest asOf(WorkspaceDiff diff) {
    List<Change> changes = diff.changes().stream().filter(each -> isMine(each.version())).toList();
    List<DataStatement> data =
        diff.dataStatements().stream().filter(each -> isMine(each.version())).toList();
    return changes.isEmpty() && data.isEmpty()
        ? decided()
        : with(new RecordedChanges(data, warnings(diff, changes, data)));
  }

  /** Returns it without a switch that could be used: tenants have it, or it was left out. */
  RecordedRequest decided() {
    List<DataStatement> data =
        told.dataStatements().stream()
            .map(
                each ->
                    new DataStatement(
                        each.id(),
                        each.changeId(),
                        each.version(),
                        each.statement(),
                        each.count(),
                        each.carried(),
                        each.needed(),
                        each.reason(),
                        false))
            .toList();
    return with(new RecordedChanges(data, told.warnings()));
  }

  /** A diff names no version with a warning, but the statement that it is about. */
  private List<ChangeWarning> warnings(
      WorkspaceDiff diff, List<Change> changes, List<DataStatement> data) {
    Set<String> mine =
        changes.stream()
            .flatMap(change -> SqlScript.split(change.statement()).stream())
            .map(SqlStatement::text)
            .map(RecordedRequest::bare)
            .collect(Collectors.toSet());
    data.forEach(each -> mine.add(bare(each.statement())));
    List<ChangeWarning> now =
        diff.warnings().stream().filter(each -> mine.contains(bare(each.statement()))).toList();
    return new RecordedChanges(List.of(), dangling())
        .and(new RecordedChanges(List.of(), now))
        .warnings();
  }

  /** Rows of the workspace itself are no matter of the deploy queue. */
  private List<ChangeWarning> dangling() {
    return told.warnings().stream()
        .filter(each -> each.code() == ChangeWarning.Code.DANGLING_REFERENCES)
        .toList();
  }

  private static String bare(String sql) {
    return sql.strip().replaceFirst(";$", "").strip();
  }

  private boolean isMine(Version other) {
    return version.filter(other::equals).isPresent();
  }

  private RecordedRequest with(RecordedChanges now) {
    return new RecordedRequest(workspace, version, now);
  }
}
