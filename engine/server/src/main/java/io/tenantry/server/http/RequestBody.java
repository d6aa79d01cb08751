package io.tenantry.server.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The body of a request: read whole, while its client goes on sending. */
final class RequestBody {
  /** Largest accepted body, in bytes. */
  static final int MAX_BYTES = 10_000_000;

  /** How much of a refused body is read, so that the caller can finish sending and read why. */
  static final int MAX_DRAINED_BYTES = 64_000_000;

  private static final int PIECE = 64 * 1024;

  private RequestBody() {}

  /**
   * Reads it.
   *
   * @throws HttpRefusal 413 when it is too large, 400 when it is no proper HTTP
   * @throws HangUp when the client is gone before its end
   */
  static byte[] read(ServerRequest request, Client client) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    client.sendsBody();
    try {
      InputStream stream = request.content().inputStream(); // closing it would read it to its end
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      if (transfer(stream, body, MAX_BYTES, client)) {
        transfer(stream, OutputStream.nullOutputStream(), MAX_DRAINED_BYTES, client);
        throw HttpRefusal.tooLarge(MAX_BYTES);
      }
      return body.toByteArray();
    } catch (RequestException | IllegalArgumentException malformed) {
      throw HttpRefusal.malformed();
    } catch (IOException
        | UncheckedIOException
        | InsufficientDataAvailableException
        | CloseConnectionException gone) {
      throw new HangUp(gone);
    } finally {
      client.works();
    }
  }

  /** Copies at most so many bytes; returns whether more came. */
  private static boolean transfer(InputStream from, OutputStream to, int most, Client client)
      throws IOException {
    byte[] piece = new byte[PIECE];
    int copied = 0;
    int read = from.read(piece);
    while (read >= 0 && copied + read <= most) {
      to.write(piece, 0, read);
      copied += read;
      client.sentMore();
      read = from.read(piece);
    }
    return read >= 0;
  }

  /** The client went away, which is its right: no fault of anybody. */
  static final class HangUp extends CloseConnectionException {
    private static final long serialVersionUID = 1L;

    HangUp(Exception cause) {
      super("the client is gone", cause);
    }
  }
}
