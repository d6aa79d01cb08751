package io.tenantry.app.connect;

import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Which connection and which project are open in one window, what is being opened, and how the open
 * engine is; the one way to open another. UI thread.
 */
public final class Switchboard implements AutoCloseable {
  private final EngineConnector connector;
  private final ConnectionBook book;
  private final ProjectMemories memories;
  private final TaskRunner tasks;
  private final WindowSettings settings;
  private final OtherWindows others;
  private final ReadOnlyObjectWrapper<Optional<OpenConnection>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Attempt>> attempt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<LinkHealth> health =
      new ReadOnlyObjectWrapper<>(new LinkHealth.Unknown());
  private final Subscription following;
  private final List<OpenConnection> held = new ArrayList<>();
  private Consumer<Runnable> asking = Runnable::run;
  private @Nullable EngineLink link;

  public Switchboard(
      EngineConnector connector,
      ConnectionBook book,
      ProjectMemories memories,
      TaskRunner tasks,
      WindowSettings settings,
      OtherWindows others) {
    this.connector = connector;
    this.book = book;
    this.memories = memories;
    this.tasks = tasks;
    this.settings = settings;
    this.others = others;
    this.following = book.all().subscribe(this::takeOver);
  }

  /**
   * Opens a connection with the project that was open last; the one before stays open when it
   * fails.
   */
  public void open(Connection connection, @Nullable Consumer<EngineException> onFailure) {
    String kept = settings.projectProperty().get();
    boolean same = connection.id().equals(settings.connectionProperty().get());
    String wanted = same && !kept.isEmpty() ? kept : settings.projectOf(connection.id());
    start(connection, () -> connector.open(connection, wanted), onFailure);
  }

  /** Opens another project of the open engine; the one before stays open when it fails. */
  public void openProject(ProjectId project, @Nullable Consumer<EngineException> onFailure) {
    current
        .get()
        .ifPresent(
            open ->
                start(open.connection(), () -> connector.openProject(open, project), onFailure));
  }

  /** Has something asked before what is open is left; whoever asks runs the rest, or does not. */
  public void askBeforeLeaving(Consumer<Runnable> question) {
    asking = question;
  }

  /** Gives up what is being opened. */
  public void giveUp() {
    tasks.forget(this);
    attempt.set(Optional.empty());
  }

  /** Takes over a changed name, colour or guard level, whichever window it was changed in. */
  private void takeOver() {
    current
        .get()
        .ifPresent(
            open ->
                book.find(open.connection().id())
                    .filter(saved -> !saved.equals(open.connection()))
                    .ifPresent(saved -> current.set(Optional.of(open.renamed(saved)))));
  }

  /** Asks the open engine now how it is. */
  public void ask() {
    if (link != null) {
      link.ask();
    }
  }

  /** Says whether the engine of a connection runs in this program now. */
  public boolean runsHere(Connection connection) {
    return connector.runsHere(connection);
  }

  /** Returns what is open now. */
  public ReadOnlyObjectProperty<Optional<OpenConnection>> current() {
    return current.getReadOnlyProperty();
  }

  /** Returns what is being opened now. */
  public ReadOnlyObjectProperty<Optional<Attempt>> attempt() {
    return attempt.getReadOnlyProperty();
  }

  /** Returns how the open engine is. */
  public ReadOnlyObjectProperty<LinkHealth> health() {
    return health.getReadOnlyProperty();
  }

  /** Ends it with its window. */
  @Override
  public void close() {
    following.unsubscribe();
    release();
  }

  /** Lets go of what is open. */
  public void release() {
    giveUp();
    unwatch();
    held.forEach(OpenConnection::release);
    held.clear();
    current.get().ifPresent(OpenConnection::release);
    current.set(Optional.empty());
  }

  private void start(
      Connection connection,
      Callable<OpenConnection> opening,
      @Nullable Consumer<EngineException> onFailure) {
    asking.accept(() -> startNow(connection, opening, onFailure));
  }

  private void startNow(
      Connection connection,
      Callable<OpenConnection> opening,
      @Nullable Consumer<EngineException> onFailure) {
    attempt.set(Optional.of(new Attempt(connection, Instant.now())));
    var call =
        tasks
            .call("connection.open", () -> withMemory(opening.call()))
            .onSuccess(this::opened)
            .onDone(() -> attempt.set(Optional.empty()))
            .latest(this);
    if (onFailure != null) {
      call.onFailure(onFailure);
    }
    call.start();
  }

  /** Its memory is read here, because a window does not wait for files. */
  private OpenConnection withMemory(OpenConnection open) {
    memories.of(open.scope());
    return open;
  }

  private void opened(OpenConnection next) {
    attempt.set(Optional.empty());
    Optional<OpenConnection> before = current.get();
    if (others.bringForward(next.scope())) {
      releaseUnlessShared(next, before);
      return;
    }
    Connection used = next.connection().usedAt(Instant.now());
    book.save(used);
    settings.opened(next.scope());
    unwatch();
    current.set(Optional.of(next.renamed(used)));
    watch(next);
    before.ifPresent(old -> releaseUnlessShared(old, current.get()));
  }

  /**
   * Keeps a connection open, though another is opened in its place, until the handle is closed:
   * something goes on there that is looked at.
   */
  public TaskRunner.Handle hold(OpenConnection open) {
    held.add(open);
    return () -> {
      if (held.remove(open)) {
        releaseUnlessShared(open, current.get());
      }
    };
  }

  /** Two projects of one engine share it. */
  private void releaseUnlessShared(OpenConnection old, Optional<OpenConnection> kept) {
    if (Stream.concat(held.stream(), kept.stream())
        .noneMatch(other -> other.engine() == old.engine())) {
      tasks.run("connection.release", old::release).start();
    }
  }

  private void watch(OpenConnection open) {
    EngineLink fresh = new EngineLink(open, tasks);
    link = fresh;
    health.bind(fresh.health());
  }

  private void unwatch() {
    if (link != null) {
      link.close();
      link = null;
    }
    health.unbind();
    health.set(new LinkHealth.Unknown());
  }
}
