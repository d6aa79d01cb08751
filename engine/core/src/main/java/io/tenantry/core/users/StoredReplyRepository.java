package io.tenantry.core.users;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of kept replies. */
final class StoredReplyRepository {
  private static final String FIND =
      """
      SELECT request_hash, status, body
      FROM stored_reply
      WHERE caller_hash = :caller AND target = :target AND idempotency_key = :key
        AND created_at > :from
      """;
  private static final String KEEP =
      """
      INSERT OR REPLACE INTO stored_reply (caller_hash, target, idempotency_key, request_hash,
                                           status, body, created_at)
      VALUES (:caller, :target, :key, :request, :status, :body, :now)
      """;
  private static final String FORGET = "DELETE FROM stored_reply WHERE created_at <= :from";

  private StoredReplyRepository() {}

  static Optional<StoredReplies.Reply> find(Handle handle, StoredReplies.Key key, long from) {
    return handle
        .createQuery(FIND)
        .bind("caller", key.callerHash())
        .bind("target", key.target())
        .bind("key", key.key())
        .bind("from", from)
        .map((row, _) -> new StoredReplies.Reply(row.getBytes(1), row.getInt(2), row.getBytes(3)))
        .findOne();
  }

  static void keep(Handle handle, StoredReplies.Key key, StoredReplies.Reply reply, long now) {
    handle
        .createUpdate(KEEP)
        .bind("caller", key.callerHash())
        .bind("target", key.target())
        .bind("key", key.key())
        .bind("request", reply.requestHash())
        .bind("status", reply.status())
        .bind("body", reply.body())
        .bind("now", now)
        .execute();
  }

  static void forget(Handle handle, long from) {
    handle.createUpdate(FORGET).bind("from", from).execute();
  }
}
