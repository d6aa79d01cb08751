package io.tenantry.app.connect;

import io.tenantry.app.start.FolderMark;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import io.tenantry.server.rendezvous.Rendezvous;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine inside this console, and its HTTP endpoint while that is switched on. Any thread. */
public final class LocalHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalHost.class);

  private final Path dataFolder;
  private final Path settingsFolder;
  private volatile @Nullable LocalEngine engine;
  private volatile @Nullable EngineServer endpoint;
  private @Nullable Rendezvous rendezvous;

  /**
   * Creates it; nothing is opened yet.
   *
   * @param settingsFolder by which another start finds this console
   */
  public LocalHost(Path dataFolder, Path settingsFolder) {
    this.dataFolder = dataFolder.toAbsolutePath().normalize();
    this.settingsFolder = settingsFolder;
  }

  /** Returns the engine, opened by the first caller. */
  public synchronized Engine engine() {
    return opened();
  }

  /** Says whether the engine is open; it does not wait for it. */
  boolean isRunning() {
    return engine != null;
  }

  /** Returns the folder it keeps everything in. */
  public Path dataFolder() {
    return dataFolder;
  }

  /** Returns the bytes in the data folder; walks it, so not for the UI thread. */
  public long sizeBytes() {
    FolderSize size = new FolderSize();
    try {
      Files.walkFileTree(dataFolder, size);
    } catch (IOException e) {
      throw EngineException.internal("The data folder cannot be read: " + dataFolder, e);
    }
    return size.bytes();
  }

  /**
   * Starts to answer HTTP on this machine.
   *
   * @param port 1–65535, or 0 for any free one
   */
  public synchronized URI startEndpoint(int port) {
    EngineServer now = endpoint;
    if (now == null) {
      now = EngineServer.start(opened(), EngineServer.LOOPBACK, port);
      endpoint = now;
      opened().publishAt(now.url());
    }
    return now.url();
  }

  /** Stops to answer HTTP. */
  public synchronized void stopEndpoint() {
    EngineServer now = endpoint;
    if (now != null) {
      now.close();
      endpoint = null;
    }
  }

  /** Returns where it answers HTTP, empty while it does not; it does not wait for the engine. */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint).map(EngineServer::url);
  }

  /** Returns the key that other programs use at the endpoint. */
  public synchronized Secret ownerKey() {
    return opened().ownerKey();
  }

  /** Asks the process that has the data folder open where it answers. */
  public Optional<RunningElsewhere> findRunning() {
    return Rendezvous.find(dataFolder)
        .map(meeting -> new RunningElsewhere(meeting.url(), meeting.apiKey(), meeting.pid()));
  }

  @Override
  public synchronized void close() {
    if (rendezvous != null) {
      rendezvous.close();
      rendezvous = null;
    }
    stopEndpoint();
    LocalEngine now = engine;
    if (now != null) {
      FolderMark.remove(dataFolder);
      now.close();
      engine = null;
    }
  }

  private LocalEngine opened() {
    LocalEngine now = engine;
    if (now == null) {
      now = LocalEngine.open(EngineConfig.at(dataFolder));
      engine = now;
      FolderMark.set(dataFolder, settingsFolder);
      receiveOthers();
    }
    return now;
  }

  /** Lets a second console on this folder ask where the first one answers. */
  private void receiveOthers() {
    try {
      rendezvous =
          Rendezvous.open(dataFolder, () -> Rendezvous.Meeting.here(startEndpoint(0), ownerKey()));
    } catch (EngineException e) {
      LOG.warn("A second console on this data folder will not find this one", e);
    }
  }
}
