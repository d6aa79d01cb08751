package io.tenantry.client.databases;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.wire.databases.HranaReply;
import io.tenantry.wire.databases.HranaRequestJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream of Hrana over HTTP. One thread at a time. */
public final class RemoteDatabaseSession implements DatabaseSession {
  private final HttpCalls calls;
  private final String path;
  private Optional<String> baton = Optional.empty();
  private boolean open = true;
  private RecordedChanges recorded = RecordedChanges.NOTHING;

  /** Starts a session; errors as {@code Engine.database}. */
  public static DatabaseSession start(HttpCalls calls, DatabaseLogin login) {
    RemoteDatabaseSession session =
        new RemoteDatabaseSession(
            calls.withBearer(login.password()), "db/" + login.database() + "/v3/pipeline");
    session.call(HranaRequestJson.plain("get_autocommit")).answer();
    return session;
  }

  private RemoteDatabaseSession(HttpCalls calls, String path) {
    this.calls = calls;
    this.path = path;
  }

  @Override
  public DatabaseResult run(DatabaseStatement statement) {
    return recording(HranaRequestJson.execute(statement)).result();
  }

  @Override
  public List<StepOutcome> batch(List<BatchStep> steps) {
    return recording(HranaRequestJson.batch(steps)).outcomes();
  }

  @Override
  public void script(String sql) {
    recording(HranaRequestJson.text("sequence", sql)).answer();
  }

  @Override
  public RecordedChanges recorded() {
    return recorded;
  }

  private HranaReply recording(Map<String, Object> request) {
    recorded = RecordedChanges.NOTHING;
    HranaReply reply = call(request);
    recorded = reply.recorded();
    return reply;
  }

  @Override
  public DatabaseDescription describe(String sql) {
    return call(HranaRequestJson.text("describe", sql)).description();
  }

  @Override
  public boolean isAutocommit() {
    return call(HranaRequestJson.plain("get_autocommit"))
        .answer()
        .path("is_autocommit")
        .asBoolean(true);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private HranaReply call(Map<String, Object> request) {
    if (!open) {
      throw EngineException.of(
          ErrorCode.CONFLICT, FailureReason.SESSION_CLOSED, "The session is closed", null);
    }
    try {
      HranaReply reply = calls.hrana(path, HranaRequestJson.pipeline(baton, request));
      baton = reply.baton();
      open = baton.isPresent();
      return reply;
    } catch (EngineException e) {
      open = false; // after an HTTP error a stream is not valid any more
      throw e.isBecause(FailureReason.SESSION_EXPIRED) ? expired(e) : e;
    }
  }

  private static EngineException expired(EngineException e) {
    return new EngineException(ErrorCode.CONFLICT, e.message(), e.details(), e);
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    try {
      call(HranaRequestJson.plain("close"));
    } catch (EngineException gone) {
      open = false; // the engine ends it by itself
    }
    open = false;
  }
}
