package io.tenantry.app.connect;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The local engines of this console: the one of the data folder it was started on, and those of
 * other folders that windows have open. A folder has one engine, whatever number of windows shows
 * it. Any thread.
 */
public final class LocalHosts implements AutoCloseable {
  private final Path home;
  private final Path settingsFolder;
  private final Map<Path, LocalHost> hosts = new HashMap<>();

  /**
   * Creates it; nothing is opened yet.
   *
   * @param home the data folder of this start
   * @param settingsFolder by which another start finds this console
   */
  public LocalHosts(Path home, Path settingsFolder) {
    this.home = home.toAbsolutePath().normalize();
    this.settingsFolder = settingsFolder;
  }

  /** Returns the host of the data folder of this start. */
  public LocalHost home() {
    return of(home);
  }

  /** Returns the host of a data folder. */
  public synchronized LocalHost of(Path dataFolder) {
    Path folder = dataFolder.toAbsolutePath().normalize();
    return hosts.computeIfAbsent(folder, found -> new LocalHost(found, settingsFolder));
  }

  /** Says whether the engine of a data folder runs now; it does not wait for one that opens. */
  public synchronized boolean isRunning(Path dataFolder) {
    LocalHost host = hosts.get(dataFolder.toAbsolutePath().normalize());
    return host != null && host.isRunning();
  }

  @Override
  public synchronized void close() {
    hosts.values().forEach(LocalHost::close);
  }
}
