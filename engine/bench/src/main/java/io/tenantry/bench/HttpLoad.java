package io.tenantry.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Keeps an HTTP server busy over a fixed number of connections, each with one request at a time.
 */
final class HttpLoad {
  private static final int MOST_SAMPLES = 4_000_000;

  private final URI server;
  private final int connections;
  private final Requests requests;

  /** Makes requests. */
  interface Requests {
    /** Returns a complete POST request, head and body. */
    byte[] next(int connection, long number);
  }

  /**
   * What came of it.
   *
   * @param perSecond answered requests per second
   * @param p50Micros median latency
   * @param p99Micros 99th percentile
   * @param count answered requests
   * @param cpuMicros processor time that the server used for each
   */
  record Outcome(double perSecond, long p50Micros, long p99Micros, long count, double cpuMicros) {
    Outcome withCpu(Duration used) {
      return new Outcome(perSecond, p50Micros, p99Micros, count, used.toNanos() / 1e3 / count);
    }
  }

  HttpLoad(URI server, int connections, Requests requests) {
    this.server = server;
    this.connections = connections;
    this.requests = requests;
  }

  /** Composes a POST request with keep-alive. */
  static byte[] post(String path, String authorization, String body) {
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, authorization, body.getBytes(StandardCharsets.UTF_8).length);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  Outcome run(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<long[]>> running =
          IntStream.range(0, connections)
              .mapToObj(connection -> threads.submit(() -> connection(connection, end)))
              .toList();
      long[] all = new long[0];
      for (Future<long[]> each : running) {
        all = concat(all, each.get());
      }
      double took = (System.nanoTime() - start) / 1e9;
      Arrays.sort(all);
      return new Outcome(
          all.length / took, at(all, 0.5) / 1000, at(all, 0.99) / 1000, all.length, 0);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long at(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * quantile))];
  }

  private static long[] concat(long[] one, long[] two) {
    long[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  private long[] connection(int connection, long end) {
    long[] took = new long[1 << 16];
    int count = 0;
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      byte[] scratch = new byte[1 << 14];
      for (long now = System.nanoTime(); now < end && count < MOST_SAMPLES; ) {
        out.write(requests.next(connection, count));
        answer(in, scratch);
        long then = System.nanoTime();
        if (count == took.length) {
          took = Arrays.copyOf(took, count * 2);
        }
        took[count++] = then - now;
        now = then;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(took, count);
  }

  /** Reads one answer with a Content-Length and checks its status. */
  private static void answer(InputStream in, byte[] scratch) throws IOException {
    int length = -1;
    String line = line(in, scratch);
    if (!line.startsWith("HTTP/1.1 200")) {
      throw new IOException(line + " " + new String(in.readNBytes(300), StandardCharsets.UTF_8));
    }
    for (line = line(in, scratch); !line.isEmpty(); line = line(in, scratch)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    for (int left = length; left > 0; ) {
      int read = in.read(scratch, 0, Math.min(left, scratch.length));
      if (read < 0) {
        throw new IOException("the answer is cut off");
      }
      left -= read;
    }
  }

  private static String line(InputStream in, byte[] scratch) throws IOException {
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        scratch[length++] = (byte) c;
      }
    }
    return new String(scratch, 0, length, StandardCharsets.ISO_8859_1);
  }
}
