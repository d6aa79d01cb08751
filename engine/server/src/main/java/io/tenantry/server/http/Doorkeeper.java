package io.tenantry.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.tenantry.server.limits.IpLimiter;
import io.tenantry.server.limits.SenderAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Counts every request by the address of its sender, before anything else is looked at. */
final class Doorkeeper {
  private final IpLimiter limiter;
  private final SenderAddress sender;
  private final Optional<HeaderName> header;

  Doorkeeper(HttpConfig config) {
    this.limiter = new IpLimiter(config.ipLimits());
    this.sender = config.sender();
    this.header = sender.trustedHeader().map(HeaderNames::create);
  }

  /**
   * Counts a request.
   *
   * @throws io.tenantry.contract.error.EngineException RATE_LIMITED when it is one too many
   */
  void admit(ServerRequest request) {
    InetAddress connected =
        request.remotePeer().address() instanceof InetSocketAddress peer
            ? peer.getAddress()
            : InetAddress.getLoopbackAddress();
    limiter.count(sender.of(connected, header.flatMap(name -> request.headers().first(name))));
  }
}
