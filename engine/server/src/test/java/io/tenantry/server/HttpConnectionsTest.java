package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.http.ConnectionLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What clients do with connections besides requests, and that others do not feel it. */
@Isolated("It reads what all servers of this process log.")
class HttpConnectionsTest {
  private static final String HALF_HEAD = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Y:";
  private static final String HALF_BODY =
      "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{";
  private static final String HALF_CHUNK =
      "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{";
  private static final String WHOLE = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir private Path folder;
  private LocalEngine engine;
  private final Complaints complaints = new Complaints();
  private final Handler library =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
            complaints.lines.add(entry.getMessage());
          }
        }

        @Override
        public void flush() {
          // nothing waits
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  /** What the log says that somebody should look at. */
  private static final class Complaints extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        lines.add(event.getFormattedMessage());
      }
    }
  }

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder));
    complaints.start();
    http().addAppender(complaints);
    helidon().addHandler(library);
  }

  @AfterEach
  void close() {
    http().detachAppender(complaints);
    helidon().removeHandler(library);
    engine.close();
  }

  private static java.util.logging.Logger helidon() {
    return java.util.logging.Logger.getLogger("io.helidon");
  }

  private static Logger http() {
    return (Logger) LoggerFactory.getLogger("io.tenantry.server.http");
  }

  private EngineServer server(ConnectionLimits limits) {
    return EngineServer.start(
        engine, ServerConfig.at(EngineServer.LOOPBACK, 0).withConnections(limits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HALF_HEAD, HALF_BODY, HALF_CHUNK, WHOLE, WHOLE + HALF_HEAD})
  void whoFallsSilentIsDropped(String said) throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT.withTimes(SHORT, SHORT, SHORT));
        RawSocket client = new RawSocket(server.url())) {
      String heard = client.say(said).rest();

      assertThat(heard).contains(said.startsWith(WHOLE) ? "healthy" : "");
      assertThat(complaints.lines).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HALF_HEAD, HALF_BODY, HALF_CHUNK})
  void whoHangsUpIsNoFault(String said) throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT)) {
      for (int i = 0; i < 20; i++) {
        try (RawSocket client = new RawSocket(server.url())) {
          client.say(said);
        }
      }
      try (RawSocket client = new RawSocket(server.url())) {
        assertThat(client.say(WHOLE).reply()).contains("healthy");
      }
    }
    assertThat(complaints.lines).isEmpty();
  }

  @Test
  void halfOpenConnectionsKeepNobodyOut() throws IOException {
    List<RawSocket> halfOpen = new ArrayList<>();
    try (EngineServer server = server(ConnectionLimits.DEFAULT.withMost(20, 20));
        RawHttp others = new RawHttp(server.url(), Optional.empty())) {
      for (int i = 0; i < 200; i++) {
        halfOpen.add(new RawSocket(server.url()).say(i % 2 == 0 ? HALF_HEAD : HALF_BODY));
        if (i % 10 == 0) {
          assertThat(others.get("/health").status()).isEqualTo(200);
        }
      }
      for (RawSocket dropped : halfOpen.subList(0, 150)) {
        assertThat(dropped.rest()).isEmpty();
      }
    } finally {
      for (RawSocket each : halfOpen) {
        each.close();
      }
    }
  }

  @Test
  void oneAddressHasItsShareOnly() throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT.withMost(100, 2));
        RawSocket first = new RawSocket(server.url());
        RawSocket second = new RawSocket(server.url());
        RawSocket third = new RawSocket(server.url())) {
      assertThat(third.say(WHOLE).reply()).contains("healthy");
      assertThat(second.say(WHOLE).reply()).contains("healthy");

      assertThat(first.rest()).isEmpty();
    }
  }

  @Test
  void whoAsksForTheEndOfTheConnectionGetsIt() throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT);
        RawSocket client = new RawSocket(server.url())) {
      client.say("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

      assertThat(client.rest()).endsWith("{\"status\":\"healthy\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2;a=b\r\n{}\r\n0\r\n\r\n",
        "2 ; a = \"x:y\"\r\n{}\r\n0;last\r\n\r\n",
        "1\r\n{\r\n1;x\r\n}\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n",
      })
  void chunkExtensionsAndTrailersAreLegal(String body) throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT);
        RawSocket client = new RawSocket(server.url())) {
      client.say(chunked(body));

      assertThat(client.reply()).startsWith("HTTP/1.1 400").contains("email is required");
      assertThat(client.say(WHOLE).reply()).contains("healthy"); // the connection goes on
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ZZ\r\n{}\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\n{}\r\n", ";a\r\n", "\r\n"})
  void badChunksAreBadRequests(String body) throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT);
        RawSocket client = new RawSocket(server.url())) {
      assertThat(client.say(chunked(body)).rest())
          .startsWith("HTTP/1.1 400")
          .contains("Malformed HTTP request");
      assertThat(complaints.lines).isEmpty();
    }
  }

  @Test
  void aChunkThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    try (EngineServer server = server(ConnectionLimits.DEFAULT);
        RawSocket client = new RawSocket(server.url())) {
      assertThat(client.say(chunked("7FFFFFFF\r\n")).rest()).startsWith("HTTP/1.1 4");
    }
  }

  private static String chunked(String body) {
    return "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
  }
}
