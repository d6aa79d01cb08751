package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.RawHttp.Reply;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of the tests that compare whole replies with the documented examples. Tests of a class run
 * in order, as somebody would make the calls; values that differ from run to run are masked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class HttpShapes {
  static final String OK = "{'success':true,'http_status':200,'code':'ok',";
  static final String CREATED = "{'success':true,'http_status':201,'code':'created',";

  private @Nullable LocalEngine engine;
  private @Nullable EngineServer server;
  private @Nullable RawHttp open;
  private @Nullable RawHttp http;

  @BeforeAll
  final void start(@TempDir Path folder) {
    LocalEngine opened = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    EngineServer started = EngineServer.start(opened, EngineServer.LOOPBACK, 0);
    engine = opened;
    server = started;
    open = new RawHttp(started.url(), Optional.empty());
    http = new RawHttp(started.url(), Optional.of(opened.ownerKey().value()));
  }

  @AfterAll
  final void stop() {
    open().close();
    http().close();
    Objects.requireNonNull(server).close();
    Objects.requireNonNull(engine).close();
  }

  /** Calls without a credential. */
  final RawHttp open() {
    return Objects.requireNonNull(open);
  }

  /** Calls as the owner. */
  final RawHttp http() {
    return Objects.requireNonNull(http);
  }

  /** Calls as somebody else. */
  final RawHttp as(String secret) {
    return new RawHttp(Objects.requireNonNull(server).url(), Optional.of(secret));
  }

  /** Compares with single quotes for double ones, and ’ for a quote inside a text. */
  static void assertShape(Reply reply, int status, String expected) {
    String masked =
        reply
            .body()
            .replaceAll("tdb_sk_[0-9a-f]{64}", "KEY")
            .replaceAll("tdb_sess_[0-9a-zA-Z_-]+", "SESSION")
            .replaceAll("tdb_[0-9a-f]{16}", "PASSWORD")
            .replaceAll("tdb_[0-9a-f]{8}", "ID")
            .replaceAll("dep_[0-9a-z]+", "JOB")
            .replaceAll("\"file:[^\"]*\"", "\"FILE\"")
            .replaceAll("\"(duration|worked)_ms\":[0-9.E-]+", "\"$1_ms\":MS")
            .replaceAll("\\{\"id\":[0-9]+,", "{\"id\":N,")
            .replaceAll("\"20[0-9]{2}-[0-9-]{5}T[0-9:]{8}Z\"", "\"TIME\"");

    assertThat(masked).isEqualTo(expected.replace('\'', '"').replace('\u2019', '\''));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
  }
}
