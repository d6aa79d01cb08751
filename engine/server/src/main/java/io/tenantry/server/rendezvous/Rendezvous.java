package io.tenantry.server.rendezvous;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local socket in the data folder, for its owner only, at which the process that has the folder
 * open hands out where it answers HTTP and a key to work with. Whoever may read the folder may have
 * both: the key is in the folder too. Any thread.
 */
public final class Rendezvous implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rendezvous.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerSocketChannel socket;
  private final Path path;
  private final Supplier<Meeting> meeting;

  private Rendezvous(ServerSocketChannel socket, Path path, Supplier<Meeting> meeting) {
    this.socket = socket;
    this.path = path;
    this.meeting = meeting;
  }

  /**
   * Where the engine of a data folder answers.
   *
   * @param url HTTP address on this machine
   * @param apiKey administrator key of the owner's project
   * @param pid process that has the folder open
   */
  public record Meeting(URI url, Secret apiKey, long pid) {
    /** A meeting with this process. */
    public static Meeting here(URI url, Secret apiKey) {
      return new Meeting(url, apiKey, ProcessHandle.current().pid());
    }
  }

  /** What goes over the socket: a meeting, or why there is none. */
  private record Answer(
      Optional<String> url, Optional<Secret> apiKey, long pid, Optional<String> error) {
    static Answer of(Meeting meeting) {
      return new Answer(
          Optional.of(meeting.url().toString()),
          Optional.of(meeting.apiKey()),
          meeting.pid(),
          Optional.empty());
    }

    static Answer failed(String error) {
      return new Answer(
          Optional.empty(), Optional.empty(), ProcessHandle.current().pid(), Optional.of(error));
    }

    Meeting meeting() {
      if (url.isEmpty() || apiKey.isEmpty()) {
        throw EngineException.conflict(
            "Process "
                + pid
                + " has the data folder open and cannot be reached: "
                + error.orElse("it gave no reason"));
      }
      return new Meeting(URI.create(url.get()), apiKey.get(), pid);
    }
  }

  /**
   * Opens the socket of a data folder that this process has open.
   *
   * @param dataFolder the folder, locked by this process
   * @param meeting asked once per visitor; may start the HTTP endpoint then, and may throw {@link
   *     EngineException}, whose message the visitor gets
   * @throws EngineException INTERNAL_ERROR when the socket cannot be made
   */
  public static Rendezvous open(Path dataFolder, Supplier<Meeting> meeting) {
    try {
      Path path = SocketPath.toOpen(dataFolder);
      Files.deleteIfExists(path);
      ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        socket.bind(UnixDomainSocketAddress.of(path));
        SocketPath.restrictToOwner(path);
      } catch (IOException failed) {
        socket.close();
        throw failed;
      }
      Rendezvous opened = new Rendezvous(socket, path, meeting);
      Thread.ofPlatform().daemon().name("rendezvous").start(opened::receive);
      return opened;
    } catch (IOException | UnsupportedOperationException failed) {
      throw EngineException.internal(
          "Cannot open a local socket for the data folder " + dataFolder, failed);
    }
  }

  /**
   * Asks the process that has a data folder open where it answers.
   *
   * @return empty when nobody answers at the folder's socket
   * @throws EngineException CONFLICT when somebody is there who cannot be reached over HTTP
   */
  public static Optional<Meeting> find(Path dataFolder) {
    Optional<Path> path = SocketPath.toVisit(dataFolder);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    FutureTask<byte[]> visit = new FutureTask<>(() -> visit(path.get()));
    Thread.ofPlatform().daemon().name("rendezvous-visit").start(visit);
    try {
      byte[] answer = visit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(Json.read(answer, Answer.class).meeting());
    } catch (ExecutionException | JsonException nobody) {
      LOG.debug("nobody answers at {}", path.get(), nobody);
      return Optional.empty();
    } catch (TimeoutException silent) {
      visit.cancel(true);
      throw EngineException.conflict(
          "Another process has the data folder " + dataFolder + " open and does not answer");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static byte[] visit(Path path) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      while (channel.read(buffer) >= 0) {
        answer.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      return answer.toByteArray();
    }
  }

  private void receive() {
    while (socket.isOpen()) {
      try (SocketChannel visitor = socket.accept()) {
        ByteBuffer answer = ByteBuffer.wrap(Json.bytes(answer()));
        while (answer.hasRemaining()) {
          visitor.write(answer);
        }
      } catch (ClosedChannelException closed) {
        LOG.debug("no more visitors at {}", path);
      } catch (IOException broken) {
        LOG.warn("a visitor of the data folder left early", broken);
      }
    }
  }

  private Answer answer() {
    try {
      return Answer.of(meeting.get());
    } catch (EngineException refused) {
      LOG.warn("cannot receive a visitor of the data folder", refused);
      return Answer.failed(refused.message());
    }
  }

  /** Removes the socket. */
  @Override
  public void close() {
    try {
      socket.close();
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      LOG.warn("cannot remove {}", path, failed);
    }
  }
}
