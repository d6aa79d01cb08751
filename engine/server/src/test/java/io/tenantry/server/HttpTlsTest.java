package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.http.HttpConfig.PemFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a certificate and a key in PEM files. */
class HttpTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private KeyStore store = emptyStore();

  private static KeyStore emptyStore() {
    try {
      return KeyStore.getInstance("PKCS12");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JDK can make a certificate with its own tool only. */
  @BeforeEach
  void makeCertificate() throws Exception {
    Path file = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .start();
    assertThat(keytool.waitFor()).isZero();
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    pem("cert.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
    pem("key.pem", "PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded());
  }

  private void pem(String name, String kind, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private ServerConfig config(String key) {
    return ServerConfig.at(EngineServer.LOOPBACK, 0)
        .withTls(new PemFiles(folder.resolve("cert.pem"), folder.resolve(key)));
  }

  private SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore trusted = emptyStore();
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void theServerAnswersOverTlsAndSaysSo() throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
        EngineServer server = EngineServer.start(engine, config("key.pem"));
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      assertThat(server.url().getScheme()).isEqualTo("https");
      HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/health")).build();

      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .isEqualTo("{\"status\":\"healthy\"}");
    }
  }

  @Test
  void ciphersOfOldAreNotTaken() throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
        EngineServer server = EngineServer.start(engine, config("key.pem"))) {
      assertThat(handshake(server, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")).isEqualTo("TLSv1.2");
      assertThatThrownBy(() -> handshake(server, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"))
          .isInstanceOf(SSLException.class);
    }
  }

  private String handshake(EngineServer server, String suite) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            trusting().getSocketFactory().createSocket("127.0.0.1", server.url().getPort())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(new String[] {suite});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  @Test
  void aMissingOrUnusableKeyIsNamed() throws Exception {
    Files.writeString(folder.resolve("broken.pem"), "no key");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    pem("other.pem", "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")))) {
      assertThatThrownBy(() -> EngineServer.start(engine, config("none.pem")).close())
          .hasMessageContaining("tls.key: ")
          .hasMessageContaining("cannot be read");
      assertThatThrownBy(() -> EngineServer.start(engine, config("broken.pem")).close())
          .hasMessageContaining("TLS needs a PEM certificate chain");
      assertThatThrownBy(() -> EngineServer.start(engine, config("other.pem")).close())
          .hasMessageContaining("do not work together");
    }
  }
}
