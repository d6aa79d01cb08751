package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs a request that carries an idempotency key once: a later one with the same key gets the first
 * reply, and one that comes meanwhile waits for it. A crash between the work and the keeping of its
 * reply lets the work run again. Any thread.
 */
final class Repeatable {
  private static final int LONGEST_KEY = 200;

  private final ReplyStore store;
  private final Map<String, Lock> running = new ConcurrentHashMap<>();

  Repeatable(ReplyStore store) {
    this.store = store;
  }

  /**
   * A request that says how it may be repeated.
   *
   * @param key tells it apart for its caller
   * @param replayHeader says on a reply that it is the first one again
   * @param successOnly whether only successes are kept
   */
  record Wish(String key, String replayHeader, boolean successOnly) {

    /**
     * Reads the headers of a request.
     *
     * @throws EngineException BAD_REQUEST for a key of more than 200 characters
     */
    static Optional<Wish> of(
        Optional<String> idempotencyKey, Optional<String> plan, Optional<String> step) {
      if (idempotencyKey.isPresent()) {
        return Optional.of(
            new Wish(
                "key:" + checked("Idempotency-Key", idempotencyKey.get()),
                "Idempotency-Replayed",
                false));
      }
      if (plan.isPresent() && step.isPresent()) {
        return Optional.of(
            new Wish(
                "plan:" + checked("Plan-Key", plan.get()) + ":" + checked("Plan-Step", step.get()),
                "Plan-Replayed",
                true));
      }
      return Optional.empty();
    }

    private static String checked(String header, String value) {
      if (value.isBlank() || value.length() > LONGEST_KEY) {
        throw EngineException.badField(
            header, header + " must have 1 to " + LONGEST_KEY + " characters");
      }
      return value;
    }

    boolean keeps(int status) {
      return successOnly
          ? status < 300
          : status < 500 && status != 401 && status != 403 && status != 429;
    }
  }

  /**
   * Answers a request.
   *
   * @param caller secret of the caller, who is known to be good
   * @param target method and path
   * @param body of the request
   */
  Reply answer(Wish wish, String caller, String target, byte[] body, Supplier<Reply> work) {
    byte[] callerHash = hash(caller.getBytes(StandardCharsets.UTF_8));
    ReplyStore.Key key = new ReplyStore.Key(callerHash, target, wish.key());
    String name = HexFormat.of().formatHex(callerHash) + target + wish.key();
    Lock lock = running.computeIfAbsent(name, _ -> new ReentrantLock());
    lock.lock();
    try {
      byte[] requestHash = hash(body);
      return store
          .find(key)
          .map(kept -> again(wish, kept, requestHash))
          .orElseGet(() -> first(wish, key, requestHash, work));
    } finally {
      lock.unlock();
      running.remove(name, lock);
    }
  }

  private static Reply again(Wish wish, ReplyStore.Kept kept, byte[] requestHash) {
    if (!Arrays.equals(kept.requestHash(), requestHash)) {
      throw EngineException.conflict(
          "This key was used with another request. Use a new key for a new request.");
    }
    return new Reply(kept.status(), Map.of(wish.replayHeader(), "true"), kept.body());
  }

  private Reply first(Wish wish, ReplyStore.Key key, byte[] requestHash, Supplier<Reply> work) {
    Reply reply = work.get();
    if (wish.keeps(reply.status())) {
      store.keep(key, new ReplyStore.Kept(requestHash, reply.status(), reply.body()));
    }
    return new Reply(reply.status(), new LinkedHashMap<>(reply.headers()), reply.body());
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
