package io.tenantry.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * HTTP/1.1 with chunk extensions and trailers, which are legal and mean nothing here: the library
 * takes both for mistakes.
 */
final class ChunkedHttp implements ServerConnectionSelector {
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_TRAILERS = 100;

  private final Http1ConnectionSelector http =
      Http1ConnectionSelector.builder().config(Http1Config.create()).build();

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return http.connection(new Context(context, new Chunks(context.serverSocket())));
  }

  /** Reads the lines of a body in chunks: the library reads other lines in other ways. */
  private static final class Chunks extends DataReader {
    Chunks(HelidonSocket socket) {
      super(() -> more(socket));
    }

    /** The library takes a client that goes away inside a request for a fault of its own. */
    private static byte[] more(HelidonSocket socket) {
      try {
        byte[] bytes = socket.get();
        if (bytes == null) {
          throw new CloseConnectionException("the client is gone");
        }
        return bytes;
      } catch (UncheckedIOException gone) {
        throw new ServerConnectionException("the client is gone", gone);
      }
    }

    @Override
    public String readLine() {
      String line = shortLine();
      if (isTrailer(line)) {
        for (int i = 0; !shortLine().isEmpty(); i++) {
          if (i >= MOST_TRAILERS) {
            throw malformed("there are too many trailers");
          }
        }
        return "";
      }
      int extension = line.indexOf(';');
      return extension < 0 ? line : line.substring(0, extension).stripTrailing();
    }

    private static boolean isTrailer(String line) {
      int colon = line.indexOf(':');
      int extension = line.indexOf(';');
      return colon >= 0 && (extension < 0 || colon < extension);
    }

    private String shortLine() {
      int end = findNewLine(LONGEST_LINE);
      if (end >= LONGEST_LINE) {
        throw malformed("a line of the body is too long");
      }
      String line = readAsciiString(end);
      skip(2);
      return line;
    }

    private static RequestException malformed(String message) {
      return RequestException.builder().type(EventType.BAD_REQUEST).message(message).build();
    }
  }

  /** A connection with another reader. */
  private record Context(ConnectionContext context, DataReader dataReader)
      implements ConnectionContext {
    @Override
    public ListenerContext listenerContext() {
      return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
      return context.executor();
    }

    @Override
    public DataWriter dataWriter() {
      return context.dataWriter();
    }

    @Override
    public Router router() {
      return context.router();
    }

    @Override
    public HelidonSocket serverSocket() {
      return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
      return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
      return context.localPeer();
    }

    @Override
    public boolean isSecure() {
      return context.isSecure();
    }

    @Override
    public String socketId() {
      return context.socketId();
    }

    @Override
    public String childSocketId() {
      return context.childSocketId();
    }
  }
}
