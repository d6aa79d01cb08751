package io.tenantry.app.start;

import io.tenantry.app.settings.WholeFiles;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a second start reaches the console that runs: a port on this machine's own interface, with
 * a word that only those know who can read the settings folder. Any thread.
 */
final class Doorbell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
  private static final String FILE = "console.door";
  private static final int PATIENCE_MILLIS = 2_000;
  private static final String HEARD = "heard";

  private final ServerSocket socket;
  private final Path file;
  private final String word;
  private final Consumer<Ring> onRing;

  private Doorbell(ServerSocket socket, Path file, String word, Consumer<Ring> onRing) {
    this.socket = socket;
    this.file = file;
    this.word = word;
    this.onRing = onRing;
  }

  /**
   * Hangs it up for the settings folder whose lock this process holds; what a killed one left is
   * replaced.
   *
   * @param onRing called in a thread of its own, after the visitor was answered
   */
  static Doorbell hang(Path folder, Consumer<Ring> onRing) throws IOException {
    Path file = folder.resolve(FILE);
    Files.deleteIfExists(file);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String word = HexFormat.of().formatHex(random);
    ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    long pid = ProcessHandle.current().pid();
    WholeFiles.write(file, socket.getLocalPort() + "\n" + word + "\n" + pid + "\n");
    Doorbell bell = new Doorbell(socket, file, word, onRing);
    Thread.ofPlatform().daemon().name("doorbell").start(bell::listen);
    return bell;
  }

  /** Rings at the console of a settings folder; says whether it heard. */
  static boolean ring(Path folder, Ring ring) {
    List<String> door = read(folder);
    if (door.size() < 2) {
      return false;
    }
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(door.get(0));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(door.get(1));
      out.writeUTF(ring.data().map(Path::toString).orElse(""));
      out.flush();
      return HEARD.equals(new DataInputStream(socket.getInputStream()).readUTF());
    } catch (IOException | NumberFormatException nobody) {
      LOG.debug("Nobody hears at {}", folder, nobody);
      return false;
    }
  }

  /** Returns the process that hung up the doorbell of a folder. */
  static Optional<Long> holder(Path folder) {
    List<String> door = read(folder);
    return door.size() < 3 || !door.get(2).matches("\\d{1,18}")
        ? Optional.empty()
        : Optional.of(Long.valueOf(door.get(2)));
  }

  private static List<String> read(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(FILE));
    } catch (IOException notYet) {
      return List.of();
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket visitor = socket.accept()) {
        receive(visitor);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("A second start could not be answered", e);
        }
      }
    }
  }

  private void receive(Socket visitor) throws IOException {
    visitor.setSoTimeout(PATIENCE_MILLIS);
    DataInputStream in = new DataInputStream(visitor.getInputStream());
    if (!isOurs(in.readUTF())) {
      LOG.warn("Somebody rang without the right word");
      return;
    }
    String data = in.readUTF();
    DataOutputStream out = new DataOutputStream(visitor.getOutputStream());
    out.writeUTF(HEARD);
    out.flush();
    Ring ring = new Ring(data.isEmpty() ? Optional.empty() : Optional.of(Path.of(data)));
    Thread.ofVirtual().name("ring").start(() -> onRing.accept(ring));
  }

  private boolean isOurs(String said) {
    return MessageDigest.isEqual(
        said.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      socket.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed", file, e);
    }
  }
}
