package io.tenantry.core.sources;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Fetches documents over HTTP, at most 10 MB in 10 seconds each. Errors name the host only: the
 * rest of an address may be secret. Any thread.
 */
public final class WebDocuments {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final long MAX_BYTES = 10L << 20;
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient following;
  private final OkHttpClient direct;

  /**
   * Prepares to fetch; nothing is connected yet.
   *
   * @param privateAddresses whether addresses of this machine and of private networks are allowed
   */
  public WebDocuments(boolean privateAddresses) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().callTimeout(TIME_LIMIT).proxy(Proxy.NO_PROXY);
    if (!privateAddresses) {
      builder.socketFactory(new GuardedSockets());
    }
    following = builder.build();
    direct = following.newBuilder().followRedirects(false).build();
  }

  /** Fetches a text, following redirects. */
  String get(String url) {
    return fetch(following, new Request.Builder().url(parse("url", url)).build(), "url");
  }

  /** Posts JSON and returns the answer; goes where it is told and nowhere else. */
  String post(HttpUrl url, String json, Optional<Secret> token) {
    Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(json, JSON));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.value()));
    return fetch(direct, request.build(), "connection.url");
  }

  /**
   * Reads an address.
   *
   * @throws EngineException BAD_REQUEST unless it is one of http or https
   */
  static HttpUrl parse(String field, String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw EngineException.badField(field, field + " must be an http:// or https:// address");
    }
    return parsed;
  }

  private static String fetch(OkHttpClient client, Request request, String field) {
    String host = request.url().host();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw failed(field, host, "answered HTTP " + response.code());
      }
      return read(response.body().source(), field, host);
    } catch (InterruptedIOException e) {
      throw failed(field, host, "did not answer within 10 seconds");
    } catch (IOException e) {
      throw isRefused(e) ? refused(field) : failed(field, host, "cannot be reached");
    }
  }

  private static String read(BufferedSource source, String field, String host) throws IOException {
    Buffer content = new Buffer();
    while (source.read(content, MAX_BYTES) >= 0) {
      if (content.size() > MAX_BYTES) {
        throw failed(field, host, "answered more than 10 MB");
      }
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(content.readByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException other) {
      throw failed(field, host, "answered a text that is not UTF-8");
    }
  }

  private static boolean isRefused(Throwable error) {
    if (error instanceof GuardedSockets.RefusedAddress) {
      return true;
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (isRefused(suppressed)) {
        return true;
      }
    }
    Throwable cause = error.getCause();
    return cause != null && isRefused(cause);
  }

  private static EngineException refused(String field) {
    return EngineException.forbidden(
            field
                + " leads to an address of the engine's machine or of a private network, which its"
                + " configuration does not allow (imports.private-addresses)")
        .with("field", field);
  }

  private static EngineException failed(String field, String host, String what) {
    return EngineException.badField(field, field + ": " + host + " " + what);
  }
}
