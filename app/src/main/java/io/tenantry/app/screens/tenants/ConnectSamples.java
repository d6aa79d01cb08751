package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import io.tenantry.contract.tenants.TenantConnection;
import java.util.List;

/**
 * How a program connects to a tenant's database, as code to take away. An engine without an
 * endpoint has only the file, which others may read and never write.
 */
final class ConnectSamples {
  private static final String HTTP = "http";
  private static final String FILE = "file:";

  private final String address;
  private final String password;
  private final List<String> secrets;

  ConnectSamples(TenantConnection connection) {
    address = connection.connectionString();
    password = connection.authToken().map(Secret::value).orElse("<password>");
    secrets = connection.authToken().map(Secret::value).stream().toList();
  }

  /** Returns the code that has room in a panel; the password in it is masked. */
  static CodeBlock brief(TenantConnection connection) {
    ConnectSamples samples = new ConnectSamples(connection);
    return samples.isServed()
        ? CodeBlock.tabs(List.of(samples.curl(), samples.node()))
        : CodeBlock.of(
            Text.of("tenants.panel.connect"),
            new CodeSample(
                CodeLanguage.SHELL, samples.address + "\n" + samples.password, samples.secrets));
  }

  /** Says whether programs can connect over the network. */
  boolean isServed() {
    return address.startsWith(HTTP);
  }

  /** Returns the code for every program we know how to connect. */
  List<CodeSample> all() {
    return isServed()
        ? List.of(curl(), node(), java(), python())
        : List.of(shell(), pythonFile(), dbeaver());
  }

  private CodeSample curl() {
    return secret(
        CodeLanguage.SHELL,
        """
        curl %sv2/pipeline \\
          -H "Authorization: Bearer %s" \\
          -d '{"requests":[{"type":"execute",
               "stmt":{"sql":"SELECT 1"}}]}'\
        """);
  }

  private CodeSample node() {
    return secret(
        CodeLanguage.JAVASCRIPT,
        """
        import { createClient } from "@libsql/client/http";
        const db = createClient({
          url: "%s",
          authToken: "%s",
        });
        await db.execute("SELECT 1");\
        """);
  }

  private CodeSample java() {
    return secret(
        CodeLanguage.JAVA,
        """
        import java.net.URI;
        import java.net.http.*;

        class Connect {
          public static void main(String[] args) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("%sv2/pipeline"))
                .header("Authorization", "Bearer %s")
                .POST(HttpRequest.BodyPublishers.ofString(
                    "{\\"requests\\":[{\\"type\\":\\"execute\\","
                        + "\\"stmt\\":{\\"sql\\":\\"SELECT 1\\"}}]}"))
                .build();
            String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString()).body();
          }
        }\
        """);
  }

  private CodeSample python() {
    return secret(
        CodeLanguage.PYTHON,
        """
        import json, urllib.request
        request = urllib.request.Request(
            "%sv2/pipeline",
            headers={"Authorization": "Bearer %s",
                     "Content-Type": "application/json"},
            data=json.dumps({"requests": [{"type": "execute",
                "stmt": {"sql": "SELECT 1"}}]}).encode())
        print(urllib.request.urlopen(request).read().decode())\
        """);
  }

  /** An address, then the password. */
  private CodeSample secret(CodeLanguage language, String code) {
    return new CodeSample(language, code.formatted(address, password), secrets);
  }

  private CodeSample shell() {
    return CodeSample.of(
            CodeLanguage.SHELL, "sqlite3 \"%s?mode=ro\" \"SELECT 1\"".formatted(address))
        .titled("sqlite3");
  }

  private CodeSample pythonFile() {
    return CodeSample.of(
        CodeLanguage.PYTHON,
        """
        import sqlite3
        db = sqlite3.connect("%s?mode=ro", uri=True)
        print(db.execute("SELECT 1").fetchall())\
        """
            .formatted(address));
  }

  private CodeSample dbeaver() {
    return CodeSample.of(
            CodeLanguage.PLAIN, Text.of("tenant.connect.dbeaver", address.substring(FILE.length())))
        .titled("DBeaver");
  }
}
