package io.tenantry.client.queries;

import io.tenantry.client.http.Flow;
import io.tenantry.client.http.HttpCalls;
import io.tenantry.client.http.Lines;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.wire.queries.AdminStatement;
import io.tenantry.wire.queries.FanOutReplies;
import io.tenantry.wire.queries.QueryEndpoints;
import io.tenantry.wire.queries.QueryReplies;
import io.tenantry.wire.queries.TenantStatement;
import java.util.List;

/** Queries over HTTP. */
public final class RemoteQueries implements Queries {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteQueries(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public QueryResult tenant(TenantQuery query) {
    return calls
        .sendLong(QueryEndpoints.TENANT, TenantStatement.of(query), query.tenant())
        .result()
        .result();
  }

  @Override
  public QueryResult admin(TenantQuery query) {
    return calls
        .sendLong(QueryEndpoints.ADMIN, AdminStatement.of(query))
        .result()
        .orElseThrow(RemoteQueries::incomplete)
        .result();
  }

  @Override
  public List<TenantAnswer> adminAll(FanOutQuery query) {
    return answers(calls.sendLong(QueryEndpoints.ADMIN, AdminStatement.of(query)));
  }

  @Override
  public FanOut fanOut(FanOutQuery query) {
    AdminStatement statement = AdminStatement.of(query);
    return switch (calls.flow(QueryEndpoints.ADMIN, FanOutReplies.MEDIA_TYPE, statement)) {
      case Flow.InLines<QueryReplies.Admin>(Lines lines) -> RemoteFanOut.begin(calls, lines);
      case Flow.Whole<QueryReplies.Admin>(QueryReplies.Admin reply) ->
          new CollectedFanOut(answers(reply));
    };
  }

  private static List<TenantAnswer> answers(QueryReplies.Admin reply) {
    return reply.results().orElseThrow(RemoteQueries::incomplete).stream()
        .map(QueryReplies.Answer::answer)
        .toList();
  }

  private static EngineException incomplete() {
    return EngineException.internal("The engine's reply to a query has no result", null);
  }
}
