package io.tenantry.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @Test
  void aBodyInAnotherEncodingIsCalledSo() {
    byte[] latin = "{\"sql\":\"SELECT 'M\u00fcller'\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Fields.of(latin)).hasMessage("Request body is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "\"x\"", "null", "{\"a\":1} x", "{\"a\":"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    assertThatThrownBy(() -> fields(body))
        .isInstanceOf(EngineException.class)
        .hasMessage("Request body must be a JSON object")
        .extracting("code")
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  @Test
  void everyRefusalNamesItsField() {
    refused("{}", body -> body.text("name"), "name", "name is required");
    refused("{\"name\":null}", body -> body.text("name"), "name", "name is required");
    refused("{\"name\":5}", body -> body.text("name"), "name", "name must be a string");
    refused("{\"n\":\"5\"}", body -> body.integer("n"), "n", "n must be an integer");
    refused("{\"n\":1.5}", body -> body.integer("n"), "n", "n must be an integer");
    refused("{\"n\":99999999999}", body -> body.integer("n"), "n", "n must be an integer");
    refused("{\"b\":1}", body -> body.flag("b", true), "b", "b must be true or false");
    refused("{\"l\":{}}", body -> body.texts("l"), "l", "l must be an array");
    refused("{\"l\":[1]}", body -> body.texts("l"), "l[0]", "l[0] must be a string");
    refused("{\"l\":[1]}", body -> body.objects("l"), "l[0]", "l[0] must be an object");
    refused(
        "{\"mode\":\"other\"}",
        body -> body.coded("mode", WorkspaceMode.class),
        "mode",
        "mode must be one of: tenant, control");
  }

  @Test
  void nestedFieldsAreNamedWithTheirPlace() {
    Function<Fields, Object> blueprint =
        body -> body.requiredObjects("databases").getFirst().text("blueprint");

    refused(
        "{\"databases\":[{}]}",
        blueprint,
        "databases[0].blueprint",
        "databases[0].blueprint is required");
  }

  @Test
  void parametersComeByPositionOrByName() {
    String all =
        "{\"params\":[1,2.5,\"Infinity\",null,true,{\"base64\":\"AQ==\"},{\"real\":\"-Infinity\"}]}";

    assertThat(fields(all).parameters("params"))
        .isEqualTo(
            Parameters.of(
                Value.of(1),
                Value.of(2.5),
                Value.of("Infinity"),
                Value.ofNull(),
                Value.of(1),
                Value.of(new byte[] {1}),
                Value.of(Double.NEGATIVE_INFINITY)));
    assertThat(fields("{\"params\":{\":id\":7,\"name\":\"x\"}}").parameters("params"))
        .isEqualTo(Parameters.named(Map.of("id", Value.of(7), "name", Value.of("x"))));
    assertThat(fields("{}").parameters("params")).isEqualTo(Parameters.none());
  }

  @Test
  void parametersAreWrittenAsTheyAreRead() {
    Parameters parameters =
        Parameters.of(
            List.of(
                Value.of(Long.MIN_VALUE),
                Value.of(-0.0),
                Value.of(Double.POSITIVE_INFINITY),
                Value.of("text"),
                Value.of(new byte[] {9, 8}),
                Value.ofNull()));

    String json = "{\"params\":" + Json.text(parameters) + "}";

    assertThat(fields(json).parameters("params")).isEqualTo(parameters);
  }

  @Test
  void badParametersAreRefused() {
    Function<Fields, Object> read = body -> body.parameters("params");
    refused("{\"params\":7}", read, "params", "params must be an array or an object");
    refused(
        "{\"params\":[12345678901234567890]}",
        read,
        "params[0]",
        "params[0] does not fit into 64 bits");
    refused(
        "{\"params\":[{\"base64\":\"?\"}]}", read, "params[0]", "params[0] is not valid base64");
    refused(
        "{\"params\":{\"id\":[]}}",
        read,
        "params.id",
        "params.id must be null, a boolean, a number, a string or {\"base64\":\"…\"}");
  }

  @Test
  void settingsTakeNoUnknownField() {
    assertThatThrownBy(() -> fields("{\"max_keys\":1}").allowOnly(List.of("max_connections")))
        .hasMessage("max_keys is not a setting; use max_connections");
  }

  private static void refused(
      String body, Function<Fields, Object> read, String field, String message) {
    assertThatThrownBy(() -> read.apply(fields(body)))
        .isInstanceOfSatisfying(
            EngineException.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(error.message()).isEqualTo(message);
              assertThat(error.details()).isEqualTo(Map.of("field", field));
            });
  }

  private static Fields fields(String body) {
    return Fields.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
