package io.tenantry.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in words why no reply came. */
final class Unreachable {
  private Unreachable() {}

  static String reason(IOException cause) {
    return switch (cause) {
      case UnknownHostException _ -> "unknown host";
      case ConnectException refused when isRefused(refused) -> "connection refused";
      case NoRouteToHostException _ -> "no route to host";
      case SocketTimeoutException _ -> "no answer in time";
      case SSLException tls -> "secure connection failed: " + tls.getMessage();
      default -> "the connection broke (" + cause.getClass().getSimpleName() + ")";
    };
  }

  private static boolean isRefused(ConnectException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return !message.contains("timed out");
  }
}
