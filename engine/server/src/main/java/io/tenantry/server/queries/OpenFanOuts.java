package io.tenantry.server.queries;

import io.tenantry.contract.Credential;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.LiveReply;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.queries.AdminStatement;
import io.tenantry.wire.queries.QueryReplies;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The fan-outs whose answers flow right now, so that they can be cancelled. Any thread. */
final class OpenFanOuts {
  private static final int ID_BYTES = 12;

  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  private record Open(Credential starter, FanOut run) {}

  /** Starts one; empty for a statement on one tenant, whose answer is there at once. */
  Optional<LiveReply> start(Call call, AdminStatement body) {
    if (body.one().isPresent()) {
      return Optional.empty();
    }
    FanOut run = call.project().queries().fanOut(body.many());
    String id = newId();
    open.put(id, new Open(call.credential(), run));
    return Optional.of(new FanOutLines(run, id, () -> open.remove(id)));
  }

  /**
   * Cancels one.
   *
   * @throws EngineException NOT_FOUND {@code Query not found: x} when it is over, or somebody
   *     else's
   */
  QueryReplies.Cancelled cancel(Call call, Nothing body) {
    String id = call.path("id");
    Open found = open.get(id);
    if (found == null || !found.starter().equals(call.credential())) {
      throw EngineException.notFound("Query not found: " + id);
    }
    found.run().cancel();
    return QueryReplies.Cancelled.of(id);
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "qry_" + HexFormat.of().formatHex(bytes);
  }
}
