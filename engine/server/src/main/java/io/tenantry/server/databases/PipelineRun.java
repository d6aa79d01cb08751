package io.tenantry.server.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.server.http.Incidents;
import io.tenantry.wire.databases.HranaReplyWriter;
import io.tenantry.wire.databases.StreamRequest;
import java.util.List;

/** The requests of one pipeline: all are run, also after one that fails. */
final class PipelineRun {
  private static final int MOST_BYTES = 256 << 20;

  private final Stream stream;
  private final HranaReplyWriter writer;

  PipelineRun(Stream stream, HranaReplyWriter writer) {
    this.stream = stream;
    this.writer = writer;
  }

  void run(List<StreamRequest> requests) {
    for (StreamRequest request : requests) {
      try {
        requireRoom();
        answer(request);
      } catch (EngineException e) {
        if (e.code() == ErrorCode.UNAUTHORIZED) {
          throw e;
        }
        writer.failed(e.code() == ErrorCode.INTERNAL_ERROR ? incident(request, e) : e);
      }
    }
  }

  /** What the requests before it did is done, so their answers must not go with it. */
  private static EngineException incident(StreamRequest request, EngineException fault) {
    return Incidents.of("pipeline, " + request.getClass().getSimpleName(), fault);
  }

  private void requireRoom() {
    if (writer.size() > MOST_BYTES) {
      throw EngineException.of(
          ErrorCode.BAD_REQUEST,
          FailureReason.TOO_MANY_ROWS,
          "The answers of this pipeline are larger than 256 MB",
          null);
    }
  }

  private void answer(StreamRequest request) {
    switch (request) {
      case StreamRequest.Close() -> {
        stream.close();
        writer.ok("close");
      }
      case StreamRequest.Execute(var statement) ->
          writer.executed(
              stream.session().run(stream.statement(statement)), stream.session().recorded());
      case StreamRequest.Batch(var steps) ->
          writer.batch(
              StepFaults.shown(stream.session().batch(stream.steps(steps))),
              stream.session().recorded());
      case StreamRequest.Sequence(var sql) -> {
        stream.session().script(stream.text(sql));
        writer.sequence(stream.session().recorded());
      }
      case StreamRequest.Describe(var sql) ->
          writer.described(stream.session().describe(stream.text(sql)));
      case StreamRequest.StoreSql(int id, String sql) -> {
        stream.store(id, sql);
        writer.ok("store_sql");
      }
      case StreamRequest.CloseSql(int id) -> {
        stream.forget(id);
        writer.ok("close_sql");
      }
      case StreamRequest.GetAutocommit() -> writer.autocommit(stream.session().isAutocommit());
    }
  }
}
