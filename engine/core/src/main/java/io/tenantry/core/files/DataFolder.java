package io.tenantry.core.files;

import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The one folder of a local engine: where each file lives, and the lock that keeps a second process
 * out. Folders come with their first file, for the owner only. Any thread.
 *
 * <pre>
 * catalog.db  engine.lock  secret.key  logs/
 * workspaces/{project}/{workspace}.db
 * hosts/shared/{project}/{2 hex digits}/{blueprint}__{tenant}.db
 * hosts/{zone}/{project}/{tenant}/{blueprint}__{tenant}.db
 * backups/{project}/  archives/{project}/  query-logs/{project}/
 * imports/{import}/
 * images/{fingerprint}.db
 * trials/ (copies that dry runs try on; cleared at each start)
 * lost+found/{time}/ (what a repair found and nothing knows)
 * </pre>
 */
public final class DataFolder implements AutoCloseable {
  /** Name of the folder to which a repair moves files that nothing knows. */
  public static final String LOST_AND_FOUND = "lost+found";

  private static final String CATALOG = "catalog.db";
  private static final String LOCK = "engine.lock";
  private static final String KEY = "secret.key";
  private static final String LOGS = "logs";

  /** What an opening that was cut short, or the log of it, may leave behind. */
  private static final Set<String> BEFORE_CATALOG =
      Set.of(
          LOCK,
          KEY,
          LOGS,
          "workspaces",
          "hosts",
          "images",
          "backups",
          "archives",
          "query-logs",
          "imports",
          LOST_AND_FOUND);

  private final Path root;
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens a data folder for this process alone, and makes it when it is missing or empty.
   *
   * @param catalogCheck looks at the catalog file, if there is one, and refuses what is not ours
   * @throws io.tenantry.contract.error.EngineException CONFLICT with details {@code reason=locked},
   *     {@code pid}, {@code host} and {@code url} (when it answers HTTP) while another one has it
   *     open; BAD_REQUEST with {@code reason} {@code foreign} or {@code unusable}. Nothing is
   *     changed then.
   */
  public static DataFolder open(Path folder, Instant now, Consumer<Path> catalogCheck) {
    Path root = folder.toAbsolutePath().normalize();
    checkUsable(root);
    checkOurs(root);
    if (Files.exists(root.resolve(CATALOG))) {
      FolderLock.requireNotOurs(realPath(root).resolve(LOCK));
      catalogCheck.accept(root.resolve(CATALOG));
    }
    AtomicFiles.createFolder(root);
    return new DataFolder(root, FolderLock.take(realPath(root).resolve(LOCK), now));
  }

  /** Says who last had a folder open; whether it still has, only opening tells. */
  public static Optional<LockHolder> holder(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    return Files.exists(root.resolve(LOCK))
        ? FolderLock.holder(realPath(root).resolve(LOCK))
        : Optional.empty();
  }

  /** Returns where the logs of a data folder are, whether it is open or not. */
  public static Path logsOf(Path folder) {
    return folder.toAbsolutePath().normalize().resolve(LOGS);
  }

  /** Returns the folder itself. */
  public Path root() {
    return root;
  }

  /** Returns the file of the control plane's database. */
  public Path catalog() {
    return root.resolve(CATALOG);
  }

  /** Returns the file of the master key. */
  public Path secretKey() {
    return root.resolve(KEY);
  }

  /** Returns the folder of the logs. */
  public Path logs() {
    return root.resolve(LOGS);
  }

  /** Returns the database file of a workspace. */
  public Path workspace(ProjectId project, WorkspaceName name) {
    return workspaces(project).resolve(name + ".db");
  }

  /**
   * Returns the file of a tenant database on the shared host.
   *
   * @param database decides the folder, so that all files of a database lie together
   */
  public Path shared(ProjectId project, String database, String fileName) {
    return tenants(project).resolve(shard(database + ".db")).resolve(fileName);
  }

  /** Returns the folder of the backups of a project. */
  public Path backups(ProjectId project) {
    return root.resolve("backups").resolve(project.value());
  }

  /** Returns where backups are put together; what is in it after a crash is scrap. */
  public Path backupScratch() {
    return root.resolve("backups").resolve(".scratch");
  }

  /** Returns the folder of the write-ahead log archives of a project. */
  public Path archives(ProjectId project) {
    return root.resolve("archives").resolve(project.value());
  }

  /** Returns the folder of the query logs of a project. */
  public Path queryLogs(ProjectId project) {
    return root.resolve("query-logs").resolve(project.value());
  }

  /** Returns the folder in which imports keep what they read until they end. */
  public Path imports() {
    return root.resolve("imports");
  }

  /**
   * Returns the folder for the copies that dry runs try on; whatever is in it may go at a start.
   */
  public Path trials() {
    return root.resolve("trials");
  }

  /** Returns the template image of a schema. */
  public Path image(String fingerprint) {
    return root.resolve("images").resolve(fingerprint + ".db");
  }

  /** Returns all folders that hold files of a project, whether they exist or not. */
  public List<Path> foldersOf(ProjectId project) {
    return List.of(
        workspaces(project),
        tenants(project),
        backups(project),
        archives(project),
        queryLogs(project));
  }

  /** Tells others where this process answers HTTP. */
  public void publish(URI url) {
    lock.publish(url);
  }

  /** Lets others open the folder. */
  @Override
  public void close() {
    lock.close();
  }

  private Path workspaces(ProjectId project) {
    return root.resolve("workspaces").resolve(project.value());
  }

  private Path tenants(ProjectId project) {
    return root.resolve("hosts").resolve("shared").resolve(project.value());
  }

  private static String shard(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().toHexDigits(hash[0]);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void checkUsable(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw FileFailures.folder(
          FailureReason.UNUSABLE, root, root + " is a file, not a data folder");
    }
    if (!Files.isReadable(root) || !Files.isExecutable(root)) {
      throw FileFailures.folder(
          FailureReason.UNUSABLE, root, "The data folder " + root + " cannot be read");
    }
    if (!Files.isWritable(root)) {
      throw FileFailures.folder(
          FailureReason.UNUSABLE, root, "The data folder " + root + " cannot be written");
    }
  }

  private static void checkOurs(Path root) {
    if (!Files.exists(root) || Files.exists(root.resolve(CATALOG))) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      if (!entries.allMatch(DataFolder::isOurs)) {
        throw FileFailures.folder(
            FailureReason.FOREIGN,
            root,
            "The folder %s is not empty and holds no Tenantry data; choose an empty or a new folder"
                .formatted(root));
      }
    } catch (IOException e) {
      throw FileFailures.of("read", root, e);
    }
  }

  private static boolean isOurs(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return BEFORE_CATALOG.contains(name)
        || name.startsWith("." + KEY) && name.endsWith(AtomicFiles.TEMPORARY_SUFFIX);
  }

  private static Path realPath(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      throw FileFailures.of("open", root, e);
    }
  }
}
