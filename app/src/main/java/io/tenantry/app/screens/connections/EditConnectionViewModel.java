package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.LoggedIn;
import io.tenantry.contract.accounts.ProjectAccess;
import io.tenantry.contract.error.EngineException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A connection being made or changed, with its test in three steps and the login that finds its
 * projects. UI thread.
 */
public final class EditConnectionViewModel {
  /** How far one step of the test is. */
  enum Step {
    WAITING,
    RUNNING,
    PASSED,
    FAILED
  }

  /**
   * One line of the test.
   *
   * @param step how far it is
   * @param detail what was found, or why it failed
   */
  record Check(Step step, String detail) {
    static final Check WAITING = new Check(Step.WAITING, "");
    static final Check RUNNING = new Check(Step.RUNNING, "");
  }

  final StringProperty name = new SimpleStringProperty("");
  final StringProperty url = new SimpleStringProperty("");
  final StringProperty apiKey = new SimpleStringProperty("");
  final StringProperty group = new SimpleStringProperty("");
  final StringProperty email = new SimpleStringProperty("");
  final StringProperty password = new SimpleStringProperty("");
  final ObjectProperty<ConnectionColour> colour = new SimpleObjectProperty<>(ConnectionColour.BLUE);
  final ObjectProperty<GuardLevel> guard = new SimpleObjectProperty<>(GuardLevel.CONFIRM);
  final ObjectProperty<Check> reach = new SimpleObjectProperty<>(Check.WAITING);
  final ObjectProperty<Check> authenticate = new SimpleObjectProperty<>(Check.WAITING);
  final ObjectProperty<Check> version = new SimpleObjectProperty<>(Check.WAITING);
  final ObservableList<ProjectAccess> projects = FXCollections.observableArrayList();
  final ObjectProperty<Optional<Problem>> loginProblem =
      new SimpleObjectProperty<>(Optional.empty());
  final BooleanProperty loggingIn = new SimpleBooleanProperty();

  private final Connection edited;
  private final String keyOfBefore;
  private final ConnectionBook book;
  private final SecretVault vault;
  private final EngineConnector connector;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  /** Creates it for a new connection or one that is to be changed. */
  public EditConnectionViewModel(
      Connection edited,
      ConnectionBook book,
      SecretVault vault,
      EngineConnector connector,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.edited = edited;
    this.book = book;
    this.vault = vault;
    this.connector = connector;
    this.tasks = tasks;
    this.errors = errors;
    name.set(edited.name());
    group.set(edited.group());
    colour.set(edited.colour());
    guard.set(edited.guard());
    if (!edited.address().isEmpty()) {
      url.set(edited.address());
    }
    keyOfBefore = vault.find(edited.id()).map(Secret::value).orElse("");
    apiKey.set(keyOfBefore);
  }

  boolean isLocal() {
    return edited.isLocal();
  }

  /** What was typed and not saved; kept nowhere, because of the secrets in it. */
  SheetDraft draft() {
    return new SheetDraft()
        .typed("name", name)
        .typed("group", group)
        .typed("url", url)
        .typed("key", apiKey)
        .typed("email", email)
        .typed("password", password)
        .inWords(this::typedWords);
  }

  private String typedWords() {
    return edited.name().isEmpty()
        ? Text.of("connections.typed.new")
        : Text.of("connections.typed", edited.name());
  }

  /** Says whether it can be saved: a name, and for a remote engine an address and a key. */
  BooleanExpression canSave() {
    if (isLocal()) {
      return name.isNotEmpty();
    }
    return name.isNotEmpty().and(hasAddress()).and(apiKey.isNotEmpty());
  }

  BooleanExpression hasAddress() {
    return Bindings.createBooleanBinding(() -> address().isPresent(), url);
  }

  /** Asks step by step whether the engine is there, takes the key, and which version it is. */
  void test() {
    reach.set(Check.RUNNING);
    authenticate.set(Check.WAITING);
    version.set(Check.WAITING);
    URI target = address().orElseThrow();
    Secret key = new Secret(apiKey.get().strip());
    tasks
        .call("connection.reach", () -> connector.reach(target))
        .onSuccess(
            info -> {
              reach.set(passed(target.getAuthority()));
              authenticate(target, key, info.service() + " " + info.version());
            })
        .onFailure(e -> reach.set(failed(e)))
        .latest(this)
        .start();
  }

  /** Logs in with e-mail and password and lists the projects of the account. */
  void login() {
    loggingIn.set(true);
    loginProblem.set(Optional.empty());
    URI target = address().orElseThrow();
    tasks
        .call(
            "connection.login",
            () -> connector.login(target, email.get().strip(), new Secret(password.get())))
        .onSuccess(this::loggedIn)
        .onFailure(e -> loginProblem.set(Optional.of(errors.describe(e))))
        .onDone(() -> loggingIn.set(false))
        .latest(this)
        .start();
  }

  /** Takes the key of a project that the login found. */
  void choose(ProjectAccess project) {
    apiKey.set(project.apiKey().value());
    if (name.get().isEmpty()) {
      name.set(project.name());
    }
  }

  /** Keeps the key and then the connection; a key that cannot be kept is said. */
  void save(Consumer<Connection> onSaved) {
    EngineTarget target =
        isLocal() ? edited.target() : new EngineTarget.Remote(address().orElseThrow());
    Connection saved =
        new Connection(
            edited.id(),
            name.get().strip(),
            target,
            colour.get(),
            group.get().strip(),
            guard.get(),
            edited.lastUsed());
    Secret secret = new Secret(apiKey.get().strip());
    tasks
        .run("connection.keep", () -> keepSecret(secret))
        .onSuccess(
            _ -> {
              book.save(saved);
              onSaved.accept(saved);
            })
        .start();
  }

  private void keepSecret(Secret secret) {
    if (!isLocal()) {
      vault.put(edited.id(), secret);
    }
  }

  /** Says whether what is typed leads to another engine, or with another key, than before. */
  boolean accessChanged() {
    return !isLocal()
        && !(url.get().strip().equals(edited.address())
            && apiKey.get().strip().equals(keyOfBefore));
  }

  /** Drops answers that have not come yet. */
  void leave() {
    tasks.forget(this);
  }

  private void authenticate(URI target, Secret key, String found) {
    if (key.value().isEmpty()) {
      authenticate.set(new Check(Step.FAILED, Text.of("connections.test.noKey")));
      version.set(passed(found));
      return;
    }
    authenticate.set(Check.RUNNING);
    tasks
        .call("connection.authenticate", () -> connector.authenticate(target, key))
        .onSuccess(who -> authenticate.set(passed(who.projectName())))
        .onFailure(e -> authenticate.set(failed(e)))
        .onDone(() -> version.set(passed(found)))
        .latest(this)
        .start();
  }

  private void loggedIn(LoggedIn session) {
    password.set("");
    projects.setAll(session.projects());
    if (session.projects().size() == 1) {
      choose(session.projects().getFirst());
    }
  }

  private Optional<URI> address() {
    return EngineTarget.parse(url.get());
  }

  private static Check passed(String detail) {
    return new Check(Step.PASSED, detail);
  }

  private Check failed(EngineException error) {
    return new Check(Step.FAILED, errors.describe(error).text());
  }
}
