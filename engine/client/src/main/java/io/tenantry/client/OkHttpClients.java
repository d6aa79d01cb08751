package io.tenantry.client;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Builds the HTTP client: timeouts, certificates; redirects are not followed, they would leak. */
final class OkHttpClients {
  private OkHttpClients() {}

  static OkHttpClient create(RemoteEngineConfig config) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher())
            .connectTimeout(config.connectTimeout())
            .readTimeout(config.callTimeout())
            .writeTimeout(config.callTimeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true);
    config.trustedCertificates().ifPresent(pem -> trust(builder, pem));
    return builder.build();
  }

  private static void trust(OkHttpClient.Builder builder, Path pem) {
    try {
      X509TrustManager manager = trustManager(pem);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      builder.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new EngineException(
          ErrorCode.BAD_REQUEST,
          "Cannot read certificates from " + pem + ": " + unreadable.getMessage(),
          Map.of("field", "trusted_certificates"),
          unreadable);
    }
  }

  private static X509TrustManager trustManager(Path pem)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates(pem)) {
      store.setCertificateEntry("trusted-" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream stream = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(stream);
      if (found.isEmpty()) {
        throw new GeneralSecurityException("the file holds no certificate");
      }
      return found;
    }
  }
}
