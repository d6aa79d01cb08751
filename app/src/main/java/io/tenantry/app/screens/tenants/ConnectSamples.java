package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import io.tenantry.contract.tenants.TenantConnection;
import java.util.List;

/** How a program connects to a tenant's database, as code to take away. */
final class ConnectSamples {
  private static final String HTTP = "http";

  private ConnectSamples() {}

  /** Returns the code; the password in it is masked. */
  static CodeBlock of(TenantConnection connection) {
    String address = connection.connectionString();
    String password = connection.authToken().map(Secret::value).orElse("<password>");
    List<String> secrets = connection.authToken().map(Secret::value).stream().toList();
    if (!address.startsWith(HTTP)) {
      return CodeBlock.of(
          Text.of("tenants.panel.connect"),
          new CodeSample(CodeLanguage.SHELL, address + "\n" + password, secrets));
    }
    return CodeBlock.tabs(
        List.of(
            new CodeSample(CodeLanguage.SHELL, curl(address, password), secrets),
            new CodeSample(CodeLanguage.JAVASCRIPT, node(address, password), secrets)));
  }

  private static String curl(String address, String password) {
    return """
    curl %sv2/pipeline \\
      -H "Authorization: Bearer %s" \\
      -d '{"requests":[{"type":"execute",
           "stmt":{"sql":"SELECT 1"}}]}'\
    """
        .formatted(address, password);
  }

  private static String node(String address, String password) {
    return """
    import { createClient } from "@libsql/client/http";
    const db = createClient({
      url: "%s",
      authToken: "%s",
    });
    await db.execute("SELECT 1");\
    """
        .formatted(address, password);
  }
}
