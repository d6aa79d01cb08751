package io.tenantry.client.http;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.ConnectionFailure;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.wire.Download;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.HttpMethod;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.databases.HranaError;
import io.tenantry.wire.databases.HranaReply;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.json.JsonException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls endpoints as one credential: request, reply, and errors back as {@link EngineException}.
 * Only calls that read are repeated: once when the connection could not be made, once after a 429.
 * Any thread. Credentials travel in headers only and never enter messages.
 */
public final class HttpCalls implements AutoCloseable {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LONGEST_WAIT_SECONDS = 10;

  /** An engine says every 15 seconds that it is still there. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

  private final HttpUrl base;
  private final OkHttpClient client;
  private final OkHttpClient patientClient;
  private final OpenStreams streams;
  private final Map<String, String> headers;

  private HttpCalls(
      HttpUrl base,
      OkHttpClient client,
      OkHttpClient patientClient,
      OpenStreams streams,
      Map<String, String> headers) {
    this.base = base;
    this.client = client;
    this.patientClient = patientClient;
    this.streams = streams;
    this.headers = headers;
  }

  /** Calls without a credential. */
  public static HttpCalls to(URI baseUrl, OkHttpClient client, Duration longCallTimeout) {
    HttpUrl base = HttpUrl.get(baseUrl.toString());
    OkHttpClient patient =
        client.newBuilder().readTimeout(longCallTimeout).writeTimeout(longCallTimeout).build();
    return new HttpCalls(base, client, patient, new OpenStreams(), Map.of());
  }

  /**
   * The same calls as somebody.
   *
   * @throws EngineException FORBIDDEN for the owner of a data folder, who is known in process only;
   *     UNAUTHORIZED for a secret that cannot be sent
   */
  public HttpCalls as(Credential credential) {
    Map<String, String> who = new LinkedHashMap<>();
    switch (credential) {
      case Credential.UserToken(var secret) -> who.put("Authorization", bearer(secret.value()));
      case Credential.ApiKey(var secret) -> who.put("Authorization", bearer(secret.value()));
      case Credential.Session(var token, var project) -> {
        who.put("Authorization", bearer(token.value()));
        project.ifPresent(id -> who.put("X-Project-ID", id.value()));
      }
      case Credential.Owner _ ->
          throw EngineException.forbidden(
              "A remote engine needs an API key or a session; the owner of a data folder is known"
                  + " only in the process that opened it");
    }
    return new HttpCalls(base, client, patientClient, streams, Map.copyOf(who));
  }

  /**
   * The same calls with the password of a database.
   *
   * @throws EngineException UNAUTHORIZED for one that cannot be sent
   */
  public HttpCalls withBearer(Secret password) {
    return new HttpCalls(
        base, client, patientClient, streams, Map.of("Authorization", bearer(password.value())));
  }

  /**
   * Posts a pipeline of Hrana; never repeated.
   *
   * @param path relative to the engine's address
   * @throws EngineException as the reply says it
   */
  public HranaReply hrana(String path, byte[] json) {
    HttpUrl.Builder url = base.newBuilder();
    if (base.pathSegments().getLast().isEmpty()) {
      url.removePathSegment(base.pathSegments().size() - 1);
    }
    Request.Builder request =
        new Request.Builder().url(url.addPathSegments(path).build()).post(new OneShotBody(json));
    headers.forEach(request::header);
    Answer answer = exchange(request.build(), patientClient);
    try {
      if (answer.status() >= 200 && answer.status() < 300) {
        return HranaReply.of(answer.body());
      }
      EngineException error = HranaError.read(Json.tree(answer.body()), answer.status());
      throw error.message().isEmpty() ? failure(answer) : error;
    } catch (JsonException malformed) {
      throw failure(answer);
    }
  }

  private static String bearer(String secret) {
    if (secret.isBlank() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw EngineException.unauthorized("Invalid API key");
    }
    return "Bearer " + secret;
  }

  /** Calls an endpoint without body. */
  public <R> R call(Endpoint<Nothing, R> endpoint, Object... path) {
    return send(endpoint, request(endpoint, QueryParameters.none(), path).build(), client);
  }

  /** Calls an endpoint without body, with query parameters. */
  public <R> R call(Endpoint<Nothing, R> endpoint, QueryParameters query, Object... path) {
    return send(endpoint, request(endpoint, query, path).build(), client);
  }

  /** Calls an endpoint with a body. */
  public <B, R> R send(Endpoint<B, R> endpoint, B body, Object... path) {
    return send(endpoint, withBody(endpoint, body, path), client);
  }

  /** Calls an endpoint with a body that may take the engine long. */
  public <B, R> R sendLong(Endpoint<B, R> endpoint, B body, Object... path) {
    return send(endpoint, withBody(endpoint, body, path), patientClient);
  }

  /** As the other, with query parameters. */
  public <B, R> R sendLong(Endpoint<B, R> endpoint, QueryParameters query, B body, Object... path) {
    return send(endpoint, withBody(endpoint, query, body, path), patientClient);
  }

  /**
   * Follows something: its events come over an endpoint that streams them, or, where there is none,
   * by asking.
   */
  public <T> Subscription follow(
      Endpoint<Nothing, ?> endpoint,
      QueryParameters query,
      Followed<T> followed,
      Listener<T> listener,
      Object... path) {
    Request request = request(endpoint, query, path).header("Accept", "text/event-stream").build();
    OkHttpClient listening = client.newBuilder().readTimeout(LONGEST_SILENCE).build();
    return streams.start(() -> openStream(listening.newCall(request)), followed, listener);
  }

  private EventReader openStream(Call call) {
    try {
      Response response = call.execute();
      boolean streams =
          response.isSuccessful()
              && response.header("Content-Type", "").startsWith("text/event-stream");
      if (!streams) {
        response.close();
        throw EngineException.conflict("no event stream: HTTP " + response.code());
      }
      return new EventReader(call, response, this::unreachable);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  /**
   * Calls an endpoint with a body and asks for a reply that comes line by line; an engine that
   * knows none answers as a whole.
   */
  public <B, R> Flow<R> flow(Endpoint<B, R> endpoint, String mediaType, B body) {
    Call call =
        patientClient.newCall(
            withBody(endpoint, body).newBuilder().header("Accept", mediaType).build());
    Response response = open(call);
    if (response.isSuccessful() && header(response, "Content-Type").startsWith(mediaType)) {
      return new Flow.InLines<>(
          new Lines(call, response, LONGEST_SILENCE, this::unreachable, streams));
    }
    try (response) {
      Answer answer = answerOf(response);
      if (response.isSuccessful()) {
        return new Flow.Whole<>(read(endpoint, answer.body()));
      }
      throw failure(answer);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  /** Calls an endpoint that answers with a file; its content is read from the line, and closed. */
  public Download download(
      Endpoint<Nothing, Download> endpoint, QueryParameters query, Object... path) {
    Response response = open(patientClient.newCall(request(endpoint, query, path).build()));
    if (response.isSuccessful()) {
      return downloadOf(response);
    }
    try (response) {
      throw failure(answerOf(response));
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private Response open(Call call) {
    try {
      return call.execute();
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private static Download downloadOf(Response response) {
    return new Download(
        header(response, "Content-Type"),
        header(response, "Content-Disposition").replaceAll(".*filename=\"([^\"]*)\".*", "$1"),
        response.body().contentLength(),
        header(response, Download.SHA256_HEADER),
        response.body().byteStream());
  }

  private static String header(Response response, String name) {
    return String.valueOf(response.header(name));
  }

  private <B> Request withBody(Endpoint<B, ?> endpoint, B body, Object... path) {
    return withBody(endpoint, QueryParameters.none(), body, path);
  }

  private <B> Request withBody(
      Endpoint<B, ?> endpoint, QueryParameters query, B body, Object... path) {
    byte[] json = Json.bytes(endpoint.body().writer().apply(body));
    return request(endpoint, query, path)
        .method(endpoint.method().name(), new OneShotBody(json))
        .build();
  }

  private Request.Builder request(Endpoint<?, ?> endpoint, QueryParameters query, Object... path) {
    String relative = endpoint.path(path).substring(1);
    HttpUrl.Builder url = base.newBuilder();
    if (base.pathSegments().getLast().isEmpty()) {
      url.removePathSegment(base.pathSegments().size() - 1);
    }
    url.addEncodedPathSegments(relative);
    query.values().forEach(url::addQueryParameter);
    Request.Builder request = new Request.Builder().url(url.build());
    headers.forEach(request::header);
    boolean needsBody =
        endpoint.method() == HttpMethod.POST || endpoint.method() == HttpMethod.PATCH;
    return request.method(
        endpoint.method().name(), needsBody ? new OneShotBody(new byte[0]) : null);
  }

  private <R> R send(Endpoint<?, R> endpoint, Request request, OkHttpClient with) {
    boolean repeatable = endpoint.method() == HttpMethod.GET;
    Answer answer = repeatable ? repeating(request, with) : exchange(request, with);
    if (answer.status() >= 200 && answer.status() < 300) {
      return read(endpoint, answer.body());
    }
    throw failure(answer);
  }

  private Answer repeating(Request request, OkHttpClient with) {
    Answer first = exchange(request, with, 1);
    if (first.status() != TOO_MANY_REQUESTS || first.retryAfterSeconds() > LONGEST_WAIT_SECONDS) {
      return first;
    }
    pause(first.retryAfterSeconds());
    return exchange(request, with);
  }

  private Answer exchange(Request request, OkHttpClient with) {
    return exchange(request, with, 0);
  }

  private Answer exchange(Request request, OkHttpClient with, int repeats) {
    Call call = with.newCall(request);
    try (Response response = call.execute()) {
      return answerOf(response);
    } catch (ConnectException refused) {
      if (repeats > 0) {
        return exchange(request, with, repeats - 1);
      }
      throw unreachable(refused);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private static Answer answerOf(Response response) throws IOException {
    return new Answer(response.code(), response.header("Retry-After"), response.body().bytes());
  }

  private <R> R read(Endpoint<?, R> endpoint, byte[] body) {
    try {
      return Json.read(body, endpoint.reply());
    } catch (JsonException malformed) {
      String to = endpoint.method() + " " + endpoint.path();
      throw EngineException.unreachable(
              ConnectionFailure.NOT_AN_ENGINE,
              "Unexpected reply from "
                  + address()
                  + " to "
                  + to
                  + ": this is not a Tenantry engine, or one of another version",
              malformed)
          .because(FailureReason.UNEXPECTED_REPLY);
    }
  }

  private EngineException failure(Answer answer) {
    EngineException error =
        ErrorBody.read(answer.body(), answer.status()).orElseGet(() -> foreign(answer.status()));
    boolean limited = answer.status() == TOO_MANY_REQUESTS;
    return limited ? error.with("retry_after_seconds", answer.retryAfterSeconds()) : error;
  }

  /** An error that no engine words: of a proxy before it, or of another program. */
  private EngineException foreign(int status) {
    EngineException unreachable =
        EngineException.unreachable(
                status >= 502 && status <= 504
                    ? ConnectionFailure.GATEWAY
                    : ConnectionFailure.NOT_AN_ENGINE,
                "Unexpected reply from " + address() + ": HTTP " + status,
                null)
            .because(FailureReason.UNEXPECTED_REPLY);
    return new EngineException(
        ErrorBody.codeOf(status), unreachable.message(), unreachable.details(), null);
  }

  private EngineException unreachable(IOException cause) {
    Unreachable why = Unreachable.because(cause);
    return EngineException.unreachable(
            why.failure(), "Cannot reach " + address() + ": " + why.words(), cause)
        .because(
            why.failure() == ConnectionFailure.TIMEOUT
                ? FailureReason.TIMEOUT
                : FailureReason.UNREACHABLE);
  }

  private static void pause(int seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw EngineException.internal("Interrupted while waiting for a free slot", stopped);
    }
  }

  private String address() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Ends streams, calls under way, idle connections and the client's threads. */
  @Override
  public void close() {
    streams.close();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
