package io.tenantry.client.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads a reply that comes line by line. One thread; {@link #cancel} any. */
public final class Lines implements AutoCloseable {
  private static final byte LINE_FEED = '\n';

  private final Call call;
  private final Response response;
  private final BufferedSource source;
  private final Function<IOException, EngineException> broken;
  private final OpenStreams open;

  Lines(
      Call call,
      Response response,
      Duration longestSilence,
      Function<IOException, EngineException> broken,
      OpenStreams open) {
    this.call = call;
    this.response = response;
    this.source = response.body().source();
    this.source.timeout().timeout(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
    this.broken = broken;
    this.open = open;
    open.add(this);
  }

  /**
   * Waits for the next line.
   *
   * @return empty when the reply ended
   * @throws EngineException INTERNAL_ERROR when it broke; CONFLICT when this thread is interrupted
   */
  public Optional<byte[]> next() {
    try {
      long end = source.indexOf(LINE_FEED);
      if (end < 0) {
        return Optional.empty();
      }
      byte[] line = source.readByteArray(end);
      source.skip(1);
      return Optional.of(line);
    } catch (IOException e) {
      throw Thread.currentThread().isInterrupted()
          ? new EngineException(ErrorCode.CONFLICT, "the operation was interrupted", Map.of(), e)
          : broken.apply(e);
    }
  }

  /** Hangs up; a thread that waits for a line is told that the reply broke. */
  public void cancel() {
    open.remove(this);
    call.cancel();
  }

  /** Hangs up and frees the connection; for the thread that reads. */
  @Override
  public void close() {
    cancel();
    response.close();
  }
}
