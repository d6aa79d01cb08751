package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.RawHttp.Reply;
import io.tenantry.wire.openapi.Operation;
import io.tenantry.wire.openapi.Operations;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The served document and the served routes are one. */
class HttpDocumentTest {
  @Test
  void everyDescribedCallIsServedWithItsMethod(@TempDir Path folder) {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder));
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
        RawHttp http = new RawHttp(server.url(), Optional.empty())) {
      Reply document = http.get("/openapi.json");
      assertThat(document.status()).isEqualTo(200);
      assertThat(document.json().get("openapi").stringValue()).isEqualTo("3.1.0");

      for (Operation call : Operations.all()) {
        String path = call.endpoint().path().replaceAll("\\{\\w+}", "x");
        Reply reply = http.send(call.endpoint().method().name(), path, "");
        assertThat(reply.status())
            .as(call.endpoint().method() + " " + path + ": " + reply.body())
            .isIn(call.endpoint().open() ? new Object[] {200, 400} : new Object[] {401});
      }
    }
  }
}
