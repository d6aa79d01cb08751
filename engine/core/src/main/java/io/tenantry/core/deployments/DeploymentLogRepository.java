package io.tenantry.core.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happened to deployments, written in the transaction that lets it happen. */
final class DeploymentLogRepository {
  private static final String INSERT =
      """
      INSERT INTO deployment_event (deployment_id, at, kind, author, number, status, undo_id)
      VALUES (:id, :at, :kind, :author, :number, :status, :undo)
      """;
  private static final String FINISHED =
      """
      INSERT INTO deployment_event (deployment_id, at, kind, status)
      SELECT id, :at, 'finished', status FROM deployment WHERE id = :id
      """;
  private static final String SELECT =
      """
      SELECT at, kind, author, number, status, undo_id
      FROM (SELECT * FROM deployment_event WHERE deployment_id = :id ORDER BY id DESC LIMIT 1000)
      ORDER BY id
      """;

  private final Handle handle;
  private final DeploymentId id;
  private final Instant now;

  DeploymentLogRepository(Handle handle, DeploymentId id, Instant now) {
    this.handle = handle;
    this.id = id;
    this.now = now;
  }

  /** Notes what somebody did. */
  void by(String author, Kind kind) {
    add(kind, author, null, null);
  }

  /** Notes that somebody changed how many tenants are worked on at a time. */
  void width(String author, int workers) {
    add(Kind.WIDTH, author, workers, null);
  }

  /** Notes that somebody takes it back. */
  void undone(String author, DeploymentId undo) {
    add(Kind.UNDONE, author, null, undo);
  }

  /** Notes what came by itself. */
  void itself(Kind kind) {
    add(kind, null, null, null);
  }

  void stage(int number) {
    add(Kind.STAGE, null, number, null);
  }

  /** Notes how it has ended, as its row says. */
  void finished() {
    handle.createUpdate(FINISHED).bind("id", id.value()).bind("at", now.toEpochMilli()).execute();
  }

  private void add(
      Kind kind, @Nullable String author, @Nullable Integer number, @Nullable DeploymentId undo) {
    handle
        .createUpdate(INSERT)
        .bind("id", id.value())
        .bind("at", now.toEpochMilli())
        .bind("kind", kind.code())
        .bind("author", author)
        .bind("number", number)
        .bind("status", (String) null)
        .bind("undo", undo == null ? null : undo.value())
        .execute();
  }

  static List<DeploymentEvent> of(Handle handle, DeploymentId id) {
    return handle.createQuery(SELECT).bind("id", id.value()).map((row, _) -> event(row)).list();
  }

  private static DeploymentEvent event(ResultSet row) throws SQLException {
    int number = row.getInt("number");
    return new DeploymentEvent(
        Instant.ofEpochMilli(row.getLong("at")).truncatedTo(ChronoUnit.SECONDS),
        Coded.find(Kind.class, row.getString("kind")).orElseThrow(),
        Optional.ofNullable(row.getString("author")),
        number == 0 ? Optional.empty() : Optional.of(number),
        Optional.ofNullable(row.getString("status"))
            .flatMap(code -> Coded.find(DeploymentStatus.class, code)),
        Optional.ofNullable(row.getString("undo_id")).map(DeploymentId::new));
  }
}
