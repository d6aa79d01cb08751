package io.tenantry.client.http;

import io.tenantry.contract.error.ConnectionFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Why no reply came.
 *
 * @param failure the kind
 * @param words the same for a person
 */
record Unreachable(ConnectionFailure failure, String words) {

  static Unreachable because(IOException cause) {
    return switch (cause) {
      case UnknownHostException _ ->
          new Unreachable(ConnectionFailure.UNKNOWN_HOST, "unknown host");
      case ConnectException refused when isRefused(refused) ->
          new Unreachable(ConnectionFailure.REFUSED, "connection refused");
      case ConnectException _, InterruptedIOException _ ->
          new Unreachable(ConnectionFailure.TIMEOUT, "no answer in time");
      case NoRouteToHostException _ ->
          new Unreachable(ConnectionFailure.NO_ROUTE, "no route to host");
      case SSLException tls ->
          new Unreachable(ConnectionFailure.TLS, "secure connection failed: " + tls.getMessage());
      default ->
          new Unreachable(
              ConnectionFailure.BROKEN,
              "the connection broke (" + cause.getClass().getSimpleName() + ")");
    };
  }

  /** The system tells a timeout of its own by the words only. */
  private static boolean isRefused(ConnectException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return !message.contains("timed out");
  }
}
