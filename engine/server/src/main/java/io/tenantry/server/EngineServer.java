package io.tenantry.server;

import io.tenantry.contract.Check;
import io.tenantry.contract.Engine;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.accounts.AccountRoutes;
import io.tenantry.server.apikeys.ApiKeyRoutes;
import io.tenantry.server.backups.BackupRoutes;
import io.tenantry.server.blueprints.BlueprintRoutes;
import io.tenantry.server.databases.DatabaseProtocol;
import io.tenantry.server.deployments.DeploymentRoutes;
import io.tenantry.server.drift.DriftRoutes;
import io.tenantry.server.drills.DrillRoutes;
import io.tenantry.server.http.HttpConfig;
import io.tenantry.server.http.HttpServer;
import io.tenantry.server.http.ReplyStore;
import io.tenantry.server.http.RequestLanes;
import io.tenantry.server.http.RequestMeter;
import io.tenantry.server.http.Router;
import io.tenantry.server.imports.ImportRoutes;
import io.tenantry.server.info.InfoRoutes;
import io.tenantry.server.limits.SenderAddress;
import io.tenantry.server.logs.LogRoutes;
import io.tenantry.server.projects.ProjectRoutes;
import io.tenantry.server.queries.QueryRoutes;
import io.tenantry.server.recovery.RecoveryRoutes;
import io.tenantry.server.samples.SampleRoutes;
import io.tenantry.server.tenants.TenantRoutes;
import io.tenantry.server.users.UserRoutes;
import io.tenantry.server.workspaces.WorkspaceRoutes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Serves an engine over HTTP until it is closed; the engine itself stays open. Any thread. */
public final class EngineServer implements AutoCloseable {
  /** The address that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  private final HttpServer http;
  private final RequestLanes lanes;
  private final DatabaseProtocol databases;
  private final URI url;

  private EngineServer(HttpServer http, RequestLanes lanes, DatabaseProtocol databases, URI url) {
    this.http = http;
    this.databases = databases;
    this.lanes = lanes;
    this.url = url;
  }

  /**
   * Starts to serve.
   *
   * @param host name or address to listen on; {@code 0.0.0.0} for all
   * @param port TCP port, or 0 for any free one
   * @throws EngineException CONFLICT with detail {@code reason=port_in_use}, BAD_REQUEST for a host
   *     that is not of this machine or a port that may not be used
   */
  public static EngineServer start(Engine engine, String host, int port) {
    return start(engine, ServerConfig.at(host, port));
  }

  /**
   * Starts to serve.
   *
   * @throws EngineException as {@link #start(Engine, String, int)}, and BAD_REQUEST for a
   *     certificate or key that cannot be used
   */
  public static EngineServer start(Engine engine, ServerConfig config) {
    Check.range("port", config.port(), 0, 65_535);
    InetAddress address = resolve(config.host());
    RequestLanes lanes = RequestLanes.standard();
    DatabaseProtocol databases = new DatabaseProtocol(engine);
    try {
      HttpServer http =
          HttpServer.start(
              routes(engine, lanes, databases), replies(engine), http(config, address));
      return new EngineServer(http, lanes, databases, url(config, address, http.port()));
    } catch (EngineException failed) {
      lanes.close();
      throw failed;
    }
  }

  private static Router routes(Engine engine, RequestLanes lanes, DatabaseProtocol databases) {
    Router router = new Router(engine, lanes, meter(engine));
    router.on(databases);
    InfoRoutes.register(router, trouble(engine));
    AccountRoutes.register(router);
    ProjectRoutes.register(router);
    ApiKeyRoutes.register(router);
    WorkspaceRoutes.register(router);
    BlueprintRoutes.register(router);
    TenantRoutes.register(router);
    QueryRoutes.register(router);
    DeploymentRoutes.register(router);
    RecoveryRoutes.register(router);
    DriftRoutes.register(router);
    UserRoutes.register(router);
    BackupRoutes.register(router);
    DrillRoutes.register(router);
    SampleRoutes.register(router);
    ImportRoutes.register(router);
    LogRoutes.register(router);
    return router;
  }

  private static RequestMeter meter(Engine engine) {
    return engine instanceof LocalEngine local ? local::countRequest : RequestMeter.NONE;
  }

  private static Supplier<Optional<String>> trouble(Engine engine) {
    return engine instanceof LocalEngine local ? local::trouble : Optional::empty;
  }

  private static ReplyStore replies(Engine engine) {
    return engine instanceof LocalEngine local
        ? new CatalogReplies(local.storedReplies())
        : ReplyStore.none();
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new EngineException(
          ErrorCode.BAD_REQUEST, "Unknown host: " + host, Map.of("field", "host"), unknown);
    }
  }

  private static HttpConfig http(ServerConfig config, InetAddress address) {
    return new HttpConfig(
        new InetSocketAddress(address, config.port()),
        config.ipLimits(),
        new SenderAddress(config.trustedHeader()),
        config.tls(),
        config.readerPatience(),
        config.connections(),
        Stream.concat(Stream.of(config.host()), config.hosts().stream()).toList());
  }

  private static URI url(ServerConfig config, InetAddress address, int port) {
    String host = address.isAnyLocalAddress() ? LOOPBACK : address.getHostAddress();
    boolean six = host.contains(":");
    return URI.create(
        (config.tls().isPresent() ? "https" : "http")
            + "://"
            + (six ? "[" + host.replaceAll("%.*", "") + "]" : host)
            + ":"
            + port);
  }

  /** Returns where it answers, for example {@code http://127.0.0.1:8080}. */
  public URI url() {
    return url;
  }

  /** Takes no more requests, lets running ones end for up to five seconds, and stops. */
  @Override
  public void close() {
    http.close();
    databases.close();
    lanes.close();
  }
}
