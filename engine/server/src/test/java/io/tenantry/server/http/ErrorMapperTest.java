package io.tenantry.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErrorMapperTest {
  @Test
  void aFaultShowsAnIncidentAndNothingElse() {
    Reply reply =
        ErrorMapper.reply(
            new IllegalStateException("/secret/path tdb_sk_1"), "GET /tenants", ErrorBody::of);

    JsonNode json = Json.tree(reply.body());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(json.get("code").stringValue()).isEqualTo("internal_error");
    assertThat(json.get("incident").stringValue()).matches("[2-9A-Z]{8}");
    assertThat(json.get("error").stringValue())
        .isEqualTo(
            "Internal error. The engine's log says more under incident "
                + json.get("incident").stringValue());
    assertThat(json.toString()).doesNotContain("secret").doesNotContain("tdb_sk_1");
  }

  @Test
  void aFullDiskIsSaid() {
    EngineException full =
        new EngineException(
            ErrorCode.INTERNAL_ERROR,
            "Cannot write /data/x: the disk is full",
            Map.of("reason", "disk_full", "path", "/data/x"),
            null);

    JsonNode json = Json.tree(ErrorMapper.reply(full, "POST /tenants", ErrorBody::of).body());

    assertThat(json.get("error").stringValue())
        .isEqualTo("The engine's disk is full. Free some space and try again.");
    assertThat(json.get("reason").stringValue()).isEqualTo("disk_full");
    assertThat(json.toString()).doesNotContain("/data");
  }

  @Test
  void descriptorsThatRanOutPassAndAreSaid() {
    EngineException none =
        new EngineException(
            ErrorCode.INTERNAL_ERROR,
            "the database file cannot be opened: x",
            Map.of("reason", "no_descriptors"),
            null);

    Reply reply = ErrorMapper.reply(none, "POST /tenants", ErrorBody::of);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.headers()).containsEntry("Retry-After", "1");
    assertThat(Json.tree(reply.body()).get("reason").stringValue()).isEqualTo("no_descriptors");
    assertThat(Json.tree(reply.body()).get("incident").stringValue()).isNotBlank();
  }
}
