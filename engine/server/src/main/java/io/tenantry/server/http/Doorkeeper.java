package io.tenantry.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.tenantry.server.limits.IpLimiter;
import io.tenantry.server.limits.SenderAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Counts every request by the address of its sender, and refuses those that mean another server,
 * before anything else is looked at.
 */
final class Doorkeeper {
  private final IpLimiter limiter;
  private final SenderAddress sender;
  private final Optional<HeaderName> header;
  private final HostNames hosts;

  Doorkeeper(HttpConfig config) {
    this.limiter = new IpLimiter(config.ipLimits());
    this.sender = config.sender();
    this.header = sender.trustedHeader().map(HeaderNames::create);
    this.hosts = new HostNames(config.hosts());
  }

  /**
   * Counts a request.
   *
   * @return the address of its sender
   * @throws io.tenantry.contract.error.EngineException RATE_LIMITED when it is one too many
   * @throws HttpRefusal 421 when it is for another server
   */
  InetAddress admit(ServerRequest request) {
    InetAddress connected =
        request.remotePeer().address() instanceof InetSocketAddress peer
            ? peer.getAddress()
            : InetAddress.getLoopbackAddress();
    InetAddress address =
        sender.of(connected, header.flatMap(name -> request.headers().first(name)));
    limiter.count(address);
    if (request.headers().first(HeaderNames.HOST).filter(hosts::contains).isEmpty()) {
      throw HttpRefusal.misdirected();
    }
    return address;
  }
}
