package io.tenantry.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
  @Test
  void detailsStandAtTheTopLevelAndComeBack() {
    EngineException error = EngineException.roleRequired(List.of("admin"), "read");

    String json = Json.text(ErrorBody.of(error, 403));

    assertThat(json)
        .isEqualTo(
            "{\"success\":false,\"http_status\":403,\"code\":\"role_required\",\"error\":"
                + "\"this endpoint requires one of the following roles: admin\","
                + "\"required_roles\":[\"admin\"],\"current_role\":\"read\"}");
    assertThat(ErrorBody.read(json.getBytes(StandardCharsets.UTF_8), 403))
        .hasValueSatisfying(
            back -> {
              assertThat(back.code()).isEqualTo(ErrorCode.ROLE_REQUIRED);
              assertThat(back.message()).isEqualTo(error.message());
              assertThat(back.details()).isEqualTo(error.details());
            });
  }

  @Test
  void everyKindOfDetailComesBack() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("line", 3);
    details.put("big", 5_000_000_000L);
    details.put("share", 0.5);
    details.put("final", true);
    details.put("deployed_to", List.of("wayne", "globex"));

    byte[] json =
        Json.bytes(
            ErrorBody.of(new EngineException(ErrorCode.CONFLICT, "busy", details, null), 409));

    assertThat(ErrorBody.read(json, 409)).map(EngineException::details).hasValue(details);
  }

  @Test
  void aReplyOfSomebodyElseIsNoError() {
    assertThat(ErrorBody.read("<html>".getBytes(StandardCharsets.UTF_8), 502)).isEmpty();
    assertThat(ErrorBody.read("{}".getBytes(StandardCharsets.UTF_8), 502)).isEmpty();
  }
}
