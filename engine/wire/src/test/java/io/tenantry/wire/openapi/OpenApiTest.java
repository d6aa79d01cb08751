package io.tenantry.wire.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.wire.Endpoint;
import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/([\\w.]+)");

  private final JsonNode document = Json.tree(Json.bytes(OpenApi.document("1.0.0")));

  @Test
  void everyCallHasASummaryAndAnIdOfItsOwn() {
    assertThat(Operations.all()).allSatisfy(call -> assertThat(call.summary()).endsWith("."));
    assertThat(Operations.all()).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(Operations.all())
        .extracting(call -> call.endpoint().method() + " " + call.endpoint().path())
        .doesNotHaveDuplicates();
  }

  @Test
  void noTextIsLeftOfACallThatIsGone() throws IOException {
    Properties texts = new Properties();
    texts.load(
        new InputStreamReader(
            Objects.requireNonNull(Operations.class.getResourceAsStream("operations.properties")),
            StandardCharsets.UTF_8));
    List<String> ids = Operations.all().stream().map(Operation::id).toList();

    assertThat(texts.stringPropertyNames())
        .allSatisfy(key -> assertThat(ids).contains(key.replace(".parameters", "")));
  }

  @Test
  void everyClassOfEndpointsIsDescribed() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Endpoint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> features = Operations.all().stream().map(Operation::feature).distinct().toList();
    try (Stream<Path> files = Files.walk(classes.resolve("io/tenantry/wire"))) {
      assertThat(files.filter(file -> file.toString().endsWith("Endpoints.class")))
          .extracting(file -> file.getParent().getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(features);
    }
  }

  @Test
  void theDocumentIsOpenApiAndItsReferencesLeadSomewhere() {
    assertThat(document.get("openapi").stringValue()).isEqualTo("3.1.0");
    JsonNode schemas = document.get("components").get("schemas");
    assertThat(REFERENCE.matcher(document.toString()).results().map(OpenApiTest::name))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(schemas.has(name)).as(name).isTrue());
    assertThat(document.get("paths").size()).isGreaterThan(60);
  }

  private static String name(MatchResult reference) {
    return reference.group(1);
  }

  @Test
  void bodiesAndRepliesAreThoseOfTheCodec() {
    JsonNode schemas = document.get("components").get("schemas");
    JsonNode createTenant = schemas.get("CreateTenant");
    assertThat(createTenant.get("properties").propertyNames())
        .containsExactly("tenant_id", "databases");
    assertThat(createTenant.get("required").toString()).isEqualTo("[\"tenant_id\",\"databases\"]");
    assertThat(schemas.get("ProvisionUser").get("properties").propertyNames())
        .contains("expiresIn", "ttlSec");
    assertThat(schemas.toString()).contains("\"next_cursor\"").doesNotContain("\"paging\"");
    JsonNode get = document.get("paths").get("/tenants/{id}").get("get");
    assertThat(get.get("operationId").stringValue()).isEqualTo("tenants.get");
    assertThat(get.get("parameters").get(0).get("name").stringValue()).isEqualTo("id");
    assertThat(get.get("responses").get("200").toString())
        .contains("#/components/schemas/Envelope");
    assertThat(document.get("paths").get("/health").get("get").get("security").isEmpty())
        .as("needs no credential")
        .isTrue();
  }

  @Test
  void anErrorNamesWhatStandsAgainstIt() {
    JsonNode schemas = document.get("components").get("schemas");
    assertThat(schemas.get("Error").toString()).contains("#/components/schemas/Failure");
    JsonNode error = schemas.get("Failure").get("properties");
    assertThat(error.get("conflict").get("enum").toString())
        .contains("exists", "needed", "damaged");
    assertThat(error.get("reason").toString()).contains("suspended", "timeout", "disk_full");
    assertThat(error.get("failure").get("enum").toString())
        .contains("unique_violation", "unknown_table");
  }

  @Test
  void anErrorOfOnePartOfManySaysTheSame() {
    JsonNode schemas = document.get("components").get("schemas");
    for (String part : List.of("Answer", "queries.Answer", "NotCreated")) {
      assertThat(schemas.get(part).get("properties").get("failure").toString())
          .as(part)
          .isEqualTo("{\"$ref\":\"#/components/schemas/Failure\"}");
    }
  }
}
