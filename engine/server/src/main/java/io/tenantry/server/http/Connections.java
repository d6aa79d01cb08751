package io.tenantry.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The open connections. When there are too many, in all or from one address, a new one takes the
 * place of the one that has kept the server waiting longest; so half-open connections cannot keep
 * anybody out. Any thread.
 */
final class Connections {
  private final ConnectionLimits limits;
  private final Map<SocketAddress, Client> clients = new ConcurrentHashMap<>();

  /** How many an address has; guarded by this. */
  private final Map<InetAddress, Integer> counts = new HashMap<>();

  Connections(ConnectionLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes a new connection in.
   *
   * @return empty when there is no room: all others are at work
   */
  synchronized Optional<Client> admit(SocketChannel channel) throws IOException {
    SocketAddress remote = channel.getRemoteAddress();
    InetAddress address =
        remote instanceof InetSocketAddress internet
            ? internet.getAddress()
            : InetAddress.getLoopbackAddress();
    if (!makeRoom(address)) {
      return Optional.empty();
    }
    Client client = new Client(channel, address, limits);
    Client before = clients.put(remote, client);
    if (before != null) {
      uncount(before.address());
    }
    counts.merge(address, 1, Integer::sum);
    return Optional.of(client);
  }

  private boolean makeRoom(InetAddress address) {
    if (!isFull(address)) {
      return true;
    }
    forgetClosed();
    if (counts.getOrDefault(address, 0) >= limits.mostPerAddress()
        && !dropLongestWaiting(client -> client.address().equals(address))) {
      return false;
    }
    return clients.size() < limits.most() || dropLongestWaiting(_ -> true);
  }

  private boolean isFull(InetAddress address) {
    return clients.size() >= limits.most()
        || counts.getOrDefault(address, 0) >= limits.mostPerAddress();
  }

  /** Closes a connection that nobody uses; returns whether there was one. */
  synchronized boolean dropLongestWaiting() {
    return dropLongestWaiting(_ -> true);
  }

  /** Half a request, or none yet, goes before those that are idle between requests. */
  private boolean dropLongestWaiting(Predicate<Client> which) {
    long now = System.nanoTime();
    Optional<Map.Entry<SocketAddress, Client>> victim =
        clients.entrySet().stream()
            .filter(each -> each.getValue().isWaiting() && which.test(each.getValue()))
            .min(
                Comparator.comparing(
                        (Map.Entry<SocketAddress, Client> each) -> each.getValue().isIdle())
                    .thenComparing(each -> each.getValue().since() - now));
    victim.ifPresent(
        each -> {
          each.getValue().drop();
          forget(each.getKey(), each.getValue());
        });
    return victim.isPresent();
  }

  /** Finds a connection; empty when it was dropped meanwhile. */
  Optional<Client> of(SocketAddress remote) {
    return Optional.ofNullable(clients.get(remote));
  }

  /** Drops what keeps the server waiting too long, and forgets what is closed. */
  synchronized void sweep() {
    long now = System.nanoTime();
    for (Client client : clients.values()) {
      if (client.isOverdue(now)) {
        client.drop();
      }
    }
    forgetClosed();
  }

  private void forgetClosed() {
    clients.forEach(
        (remote, client) -> {
          if (!client.isOpen()) {
            forget(remote, client);
          }
        });
  }

  private void forget(SocketAddress remote, Client client) {
    if (clients.remove(remote, client)) {
      uncount(client.address());
    }
  }

  private void uncount(InetAddress address) {
    counts.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
  }

  /** Returns how many there are. */
  int size() {
    return clients.size();
  }
}
