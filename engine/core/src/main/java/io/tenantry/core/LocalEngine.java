package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Accounts;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.sqlite.NativeLibrary;
import io.tenantry.core.users.StoredReplies;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The engine in this process, on one data folder that it alone has open. Any thread.
 *
 * <p>The owner of the folder works in it with {@link Credential#owner()}, without a login.
 */
public final class LocalEngine implements Engine {
  private final Wiring wiring;

  private LocalEngine(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Opens a data folder, makes it when it is missing or empty, and finishes what a crash cut short.
   *
   * @throws io.tenantry.contract.error.EngineException with detail {@code reason}: CONFLICT {@code
   *     locked} (details {@code pid}, {@code host}, and {@code url} when the other one answers
   *     HTTP); BAD_REQUEST {@code foreign}, {@code unusable}, {@code not_a_database}, {@code
   *     newer_version}, {@code key_missing}; INTERNAL_ERROR {@code disk_full}, {@code
   *     access_denied}, {@code io}. Nothing is damaged then.
   */
  public static LocalEngine open(EngineConfig config) {
    NativeLibrary.require();
    return new LocalEngine(Wiring.open(config));
  }

  @Override
  public EngineInfo info() {
    return new EngineInfo(About.SERVICE, About.VERSION, wiring.regions().all());
  }

  @Override
  public Accounts accounts() {
    return wiring.control().accounts();
  }

  @Override
  public Project open(Credential credential) {
    wiring.control().authenticator().authenticate(credential);
    return new LocalProject(wiring, credential);
  }

  @Override
  public DatabaseSession database(DatabaseLogin login) {
    return wiring.sessions().open(login);
  }

  /**
   * Says where this engine answers HTTP, for connection strings and for a second process that finds
   * the folder locked.
   *
   * @param base scheme, host and port
   */
  public void publishAt(URI base) {
    publishAt(base, base);
  }

  /**
   * Says where this engine answers HTTP, and where clients reach it: behind a proxy that is another
   * address, and the one that connection strings begin with.
   */
  public void publishAt(URI base, URI clients) {
    wiring.control().address().publish(clients);
    wiring.control().folder().publish(base);
  }

  /** Returns the administrator key of the owner's oldest project. */
  public Secret ownerKey() {
    return wiring.control().accounts().ownerKey();
  }

  /**
   * Counts an API request against the tier of its project; for servers.
   *
   * @throws io.tenantry.contract.error.EngineException RATE_LIMITED {@code rate limit exceeded: max
   *     60 requests per minute}; UNAUTHORIZED as {@link #open}
   */
  public void countRequest(Credential credential) {
    wiring.control().rates().count(wiring.control().authenticator().authenticate(credential));
  }

  /** Returns the first replies to requests that may be sent again. */
  public StoredReplies storedReplies() {
    return new StoredReplies(wiring.control().catalog(), wiring.control().clock());
  }

  /**
   * Returns what keeps the engine from working as it should, for people; empty when all is well.
   */
  public Optional<String> trouble() {
    int held = wiring.data().lanes().held();
    return held == 0
        ? Optional.empty()
        : Optional.of("statements that could not be stopped hold threads: " + held);
  }

  /** Returns the data folder. */
  public Path dataFolder() {
    return wiring.control().folder().root();
  }

  /** Returns the folder of the logs of a data folder, for those who log before it is open. */
  public static Path logsOf(Path dataFolder) {
    return DataFolder.logsOf(dataFolder);
  }

  @Override
  public void close() {
    wiring.close();
  }
}
