package io.tenantry.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.json.Json;
import org.junit.jupiter.api.Test;

class HttpStatusOfTest {
  @Test
  void theTableIsTheDocumentedOne() {
    assertThat(Json.text(InfoEndpoints.Codes.table()))
        .isEqualTo(
            """
            {"codes":{
            "ok":{"status":200,"description":"Request succeeded"},
            "created":{"status":201,"description":"Resource was created"},
            "bad_request":{"status":400,"description":"Invalid input or missing fields"},
            "auth_required":{"status":401,"description":"Authorization header missing"},
            "unauthorized":{"status":401,"description":"Invalid API key"},
            "forbidden":{"status":403,"description":"Tier limit reached or wrong project"},
            "role_required":{"status":403,"description":"API key role insufficient for endpoint"},
            "scope_denied":{"status":403,"description":\
            "API key scope excludes this tenant or workspace"},
            "permission_denied":{"status":403,"description":\
            "Database role denied the operation"},
            "not_found":{"status":404,"description":"Resource does not exist"},
            "conflict":{"status":409,"description":"Already exists or operation in progress"},
            "rate_limited":{"status":429,"description":"Too many requests"},
            "internal_error":{"status":500,"description":"Server error"}}}\
            """
                .replace("\n", ""));
  }

  @Test
  void anUnknownCodeFallsBackToItsStatus() {
    assertThat(HttpStatusOf.errorOf("scope_denied", 403)).isEqualTo(ErrorCode.SCOPE_DENIED);
    assertThat(HttpStatusOf.errorOf("new_code", 404)).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(HttpStatusOf.errorOf("", 502)).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }
}
