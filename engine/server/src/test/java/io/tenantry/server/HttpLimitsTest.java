package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.access.Tier;
import io.tenantry.server.RawHttp.Reply;
import io.tenantry.server.limits.IpLimits;
import io.tenantry.server.limits.IpLimits.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of requests, over real HTTP. */
class HttpLimitsTest {
  @TempDir private Path folder;

  private static ServerConfig counting(int perSecond, int violations) {
    return ServerConfig.at(EngineServer.LOOPBACK, 0)
        .withIpLimits(new IpLimits(Mode.ON, perSecond, violations, Duration.ofMinutes(5)));
  }

  @Test
  void anAddressThatSendsTooMuchIsRefusedWithJsonAndRetryAfter() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder));
        EngineServer server = EngineServer.start(engine, counting(3, 1));
        RawHttp http = new RawHttp(server.url(), Optional.empty())) {
      for (int i = 0; i < 3; i++) {
        assertThat(http.get("/health").status()).isEqualTo(200);
      }
      Reply refused = http.get("/health");
      for (int i = 0; i < 20 && refused.status() == 200; i++) {
        refused = http.get("/health"); // the bucket fills while requests are on their way
      }

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("300");
      assertThat(refused.json().get("code").stringValue()).isEqualTo("rate_limited");
      assertThat(http.get("/regions").status()).as("banned").isEqualTo(429);
    }
  }

  @Test
  void theLimitsOfATierCanBeConfigured() {
    EngineConfig config =
        EngineConfig.at(folder)
            .withTier(Tier.FREE)
            .withTiers(List.of(Tier.FREE.withLimits(1, 3, 1, true)));
    try (LocalEngine engine = LocalEngine.open(config);
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
        RawHttp http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()))) {
      Reply reply = http.get("/whoami");
      for (int i = 0; i < 20 && reply.status() == 200; i++) {
        reply = http.get("/whoami");
      }
      assertThat(reply.json().get("error").stringValue())
          .isEqualTo("rate limit exceeded: max 3 requests per minute");
    }
  }

  @Test
  void behindAProxyTheTrustedHeaderSaysWhoSends() {
    ServerConfig config = counting(2, 1).withTrustedHeader("X-Real-IP");
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder));
        EngineServer server = EngineServer.start(engine, config);
        RawHttp http = new RawHttp(server.url(), Optional.empty())) {
      int status = 200;
      for (int i = 0; i < 50 && status == 200; i++) {
        status = http.send("GET", "/health", "", "X-Real-IP", "203.0.113.7").status();
      }
      assertThat(status).isEqualTo(429);
      assertThat(http.send("GET", "/health", "", "X-Real-IP", "203.0.113.8").status())
          .isEqualTo(200);
    }
  }

  @Test
  void theTierLimitsTheRequestsOfAProjectPerMinute() {
    EngineConfig free = EngineConfig.at(folder).withTier(Tier.FREE);
    try (LocalEngine engine = LocalEngine.open(free);
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
        RawHttp http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()))) {
      Reply reply = http.get("/whoami");
      int good = 0;
      for (int i = 0; i < 100 && reply.status() == 200; i++) {
        good++;
        reply = http.get("/whoami");
      }

      assertThat(good).isBetween(60, 65);
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      assertThat(reply.json().get("error").stringValue())
          .isEqualTo("rate limit exceeded: max 60 requests per minute");
      assertThat(http.get("/health").status()).as("needs no project").isEqualTo(200);
    }
  }
}
